import { createHash } from 'node:crypto'
import type { FormDefinition } from '../form/form.schema.ts'

/** The same for the same answer, whatever the order in which a database gives its parts. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== null && one !== undefined)
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, one]) => [key, plain(one)]),
  )
}

export const sameAnswer = (one: unknown, other: unknown): boolean =>
  JSON.stringify(plain(one ?? null)) === JSON.stringify(plain(other ?? null))

/** What stands for an answer in a page that was opened: enough to know whether it changed since. */
export const baseOf = (answer: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(plain(answer ?? null)))
    .digest('base64url')
    .slice(0, 12)

export const basesOf = (definition: FormDefinition, answers: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    definition.sections.flatMap(({ fields }) => fields.map(({ key }) => [key, baseOf(answers[key])])),
  )
