import type { Answers } from './answer.schema.ts'
import type { Field, FieldType, FormDefinition } from './form.schema.ts'

/** What a new revision does to one field of a dossier that takes it. */
export interface Effect {
  key: string
  effect: 'added' | 'removed' | 'retyped' | 'converted' | 'choices_removed' | 'narrowed' | 'now_required'
  /** Answers given before are no longer read: they are kept in the dossier's history, and asked again. */
  loses: boolean
}

const fieldsOf = (definition: FormDefinition) =>
  new Map(definition.sections.flatMap(({ fields }) => fields.map((field) => [field.key, field] as const)))

const TEXTS: readonly FieldType[] = ['title', 'short_text', 'long_text']
const IN_A_LIST: Partial<Record<FieldType, FieldType>> = { choice: 'choices', country: 'countries' }

type Carry = (answer: unknown) => unknown

/** How an answer of one type is read by another; null when it cannot be. */
function carryBetween(from: FieldType, to: FieldType): Carry | null {
  if (from === to || (TEXTS.includes(from) && TEXTS.includes(to))) return (answer) => answer
  if (IN_A_LIST[from] === to) return (answer) => [answer]
  return null
}

function effectsOn(before: Field, after: Field): Effect[] {
  const { key } = after
  if (!carryBetween(before.type, after.type)) return [{ key, effect: 'retyped', loses: true }]
  const values = new Set(after.choices?.map(({ value }) => value))
  const tighter =
    (after.maxLength ?? Infinity) < (before.maxLength ?? Infinity) ||
    (after.max ?? Infinity) < (before.max ?? Infinity) ||
    (after.min ?? -Infinity) > (before.min ?? -Infinity)
  const say = (effect: Effect['effect'], loses = false): Effect => ({ key, effect, loses })
  return [
    ...(before.type === after.type ? [] : [say('converted')]),
    ...(before.choices?.some(({ value }) => !values.has(value)) ? [say('choices_removed', true)] : []),
    ...(tighter ? [say('narrowed')] : []),
    ...(after.required && !before.required ? [say('now_required')] : []),
  ]
}

/** Field by field, in the order of the new revision, then what it leaves out. Empty: nothing is felt. */
export function compatible(previous: FormDefinition, next: FormDefinition): Effect[] {
  const [before, after] = [fieldsOf(previous), fieldsOf(next)]
  const kept = [...after.values()].flatMap((field): Effect[] => {
    const old = before.get(field.key)
    return old ? effectsOn(old, field) : [{ key: field.key, effect: 'added', loses: false }]
  })
  const removed = [...before.keys()].filter((key) => !after.has(key))
  return [...kept, ...removed.map((key): Effect => ({ key, effect: 'removed', loses: true }))]
}

/** Answers as the next revision reads them: what it cannot read is left out. */
export function carriedAnswers(answers: Answers, previous: FormDefinition, next: FormDefinition) {
  const before = fieldsOf(previous)
  const carried = [...fieldsOf(next).values()].flatMap((field) => {
    const old = before.get(field.key)
    const carry = old && carryBetween(old.type, field.type)
    const answer = answers[field.key]
    return carry && answer !== undefined ? [[field.key, carry(answer)] as const] : []
  })
  return Object.fromEntries(carried)
}
