import { baseOf, sameAnswer } from './answer-base.ts'

type Answers = Readonly<Record<string, unknown>>

const NOTHING = baseOf(null)

export type Merged = {
  answers: Record<string, unknown>
  /** Keys that this person changed, and that are written. */
  written: string[]
  /** Keys that both changed: nothing of either is lost, whoever comes second chooses. */
  conflicts: string[]
  /** What was written by others, and is not any more because this person chose theirs. */
  replaced: Record<string, unknown>
}

/**
 * What stands, with what one person sends: three ways, field by field. `bases` says what they saw when they
 * began; `chosen`, of fields where both wrote, whose words are kept.
 */
export function mergeAnswers(given: {
  standing: Answers
  sent: Answers
  bases: Readonly<Record<string, string>>
  open: readonly string[]
  chosen?: Readonly<Record<string, 'mine' | 'theirs'>>
}): Merged {
  const { standing, sent, bases, open, chosen = {} } = given
  const merged: Merged = { answers: { ...standing }, written: [], conflicts: [], replaced: {} }
  for (const key of open) {
    const [theirs, mine] = [standing[key], sent[key]]
    if (sameAnswer(theirs, mine)) continue
    // Whoever does not say what they saw saw nothing: what is written is not theirs to replace.
    const base = bases[key] ?? NOTHING
    if (baseOf(mine) === base) continue
    if (baseOf(theirs) !== base) {
      if (!chosen[key]) merged.conflicts.push(key)
      if (chosen[key] !== 'mine') continue
      merged.replaced[key] = theirs ?? null
    }
    merged.written.push(key)
    if (mine === undefined || mine === null) delete merged.answers[key]
    else merged.answers[key] = mine
  }
  return merged
}
