import { budgetLines } from '../budget/budget.schema.ts'
import type { Answers, OrganisationAnswer } from '../form/answer.schema.ts'
import { emptyHeadCount, headCount } from '../head-count/head-count.schema.ts'
import type { Target } from './targets.ts'

type Held = Record<string, unknown>
const held = (value: unknown): Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Held) : {}

/** What the answers say where a column would write. */
export function saidAt(answers: Answers, { field, part }: Target): unknown {
  if (!field) return undefined
  const answer = answers[field.key]
  if (!part) return field.type === 'place' ? held(answer).label : answer
  if (part === 'requested') {
    const lines = budgetLines.safeParse(answer)
    const asked = lines.data?.find((line) => line.side === 'income' && line.requested)
    return asked?.cents ?? undefined
  }
  return part.split('.').reduce<unknown>((value, step) => held(value)[step], answer) ?? undefined
}

/** The answers with what a column says, and the rest of them as it was. */
export function withSaid(answers: Answers, target: Target, value: unknown): Answers {
  const { field, part } = target
  if (!field) return answers
  const { key, type } = field
  const before = answers[key]
  if (type === 'place') return { ...answers, [key]: { label: value } }
  if (!part) return { ...answers, [key]: value }
  if (part === 'requested') return { ...answers, [key]: withRequested(before, value as number) }
  if (type === 'head_count') {
    const count = headCount.safeParse(before)
    const [origin, of] = part.split('.') as ['french' | 'foreign', string]
    const whole = count.success ? count.data : emptyHeadCount()
    return { ...answers, [key]: { ...whole, [origin]: { ...whole[origin], [of]: value } } }
  }
  return { ...answers, [key]: { ...held(before), [part]: value } }
}

function withRequested(before: unknown, cents: number) {
  const lines = budgetLines.safeParse(before).data ?? []
  const at = lines.findIndex((line) => line.side === 'income' && line.requested)
  if (at >= 0) return lines.with(at, { ...lines[at]!, cents })
  const line = { side: 'income' as const, label: '', cents, in_kind: false, acquired: false }
  return [{ ...line, funder: 'dispositif', requested: true }, ...lines]
}

const isOrganisation = (value: unknown): value is OrganisationAnswer => typeof held(value).name === 'string'

const told = (value: unknown): unknown =>
  Array.isArray(value) ? [...value].map(String).sort() : typeof value === 'string' ? value.trim() : value

/** Two organisations are the same by their record, else by their name. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isOrganisation(one) && isOrganisation(other))
    return one.id && other.id ? one.id === other.id : one.name.toLowerCase() === other.name.toLowerCase()
  return JSON.stringify(told(one)) === JSON.stringify(told(other))
}

export const saysNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  (Array.isArray(value) && value.length === 0) ||
  (isOrganisation(value) && !value.name && !value.id)
