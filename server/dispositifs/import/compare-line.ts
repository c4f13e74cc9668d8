import type { LineChange } from '#db/schema/dispositifs/import.ts'
import type { Answers } from '../form/answer.schema.ts'
import { isSame, saidAt, saysNothing } from './at-target.ts'
import { type Given, ofDossier } from './read-line.ts'
import type { Target } from './targets.ts'

/** A dossier as it stands when a file speaks of it. */
export interface Standing {
  answers: Answers
  status: string
  depositedOn: string | null
  sponsor: { id: string; name: string } | null
  /** What the funder's platform last said of it. */
  said: Given
}

function ours(standing: Standing, target: Target): unknown {
  if (target.key === 'status') return standing.status
  if (target.key === 'deposited_on') return standing.depositedOn
  if (target.key === 'sponsor') return standing.sponsor
  return saidAt(standing.answers, target)
}

/**
 * What a line would change. The platform's own status is mirrored. Anything else that was written here since
 * the platform last spoke is kept, and told beside what the file says; what the platform says again is no news.
 */
export function compareLine(
  standing: Standing,
  given: Given,
  targets: ReadonlyMap<string, Target>,
): Record<string, LineChange> {
  const changes: Record<string, LineChange> = {}
  for (const [key, theirs] of Object.entries(ofDossier(given))) {
    const target = targets.get(key)
    if (!target) continue
    const here = ours(standing, target)
    if (isSame(here, theirs)) continue
    const before = standing.said[key]
    const mirrored = key === 'status'
    if (!mirrored && before !== undefined && isSame(before, theirs)) continue
    const untouched = saysNothing(here) || (before !== undefined && isSame(before, here))
    changes[key] = { ours: here ?? null, theirs, kept: !mirrored && !untouched }
  }
  return changes
}
