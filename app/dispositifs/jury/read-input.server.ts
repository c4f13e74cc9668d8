import type { z } from 'zod'
import { DomainError } from '#server/kernel/errors.ts'

export type Faults = Record<string, string>

/** What a form says, or what is wrong at each of its fields. */
export function readInput<Schema extends z.ZodType>(schema: Schema, values: unknown) {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { input: parsed.data as z.output<Schema>, faults: null }
  const faults: Faults = {}
  for (const { path, message } of parsed.error.issues) faults[String(path[0])] ??= message
  return { input: null, faults }
}

/** What an act of this capability refuses: its code, what fills its sentence, and at which fields it is said. */
export function refusalOf(error: unknown) {
  if (!(error instanceof DomainError) || !error.code.startsWith('dispositifs.')) return null
  const code = error.code.slice('dispositifs.'.length)
  const {
    field,
    fields = field ? [field] : [],
    ...said
  } = error.details as {
    field?: string
    fields?: string[]
    [name: string]: unknown
  }
  const faults: Faults = Object.fromEntries(
    fields.map((name) => [name, fields.length > 1 || code === 'review_unfinished' ? 'missing' : code]),
  )
  return { code, faults, said: said as Record<string, number>, status: error.status }
}

/** The amount is typed in a field of its own name: what is wrong with it is said there. */
export const atAmount = ({ amountCents, ...faults }: Faults): Faults =>
  amountCents ? { amount: amountCents, ...faults } : faults

export const textOf = (form: FormData, name: string) => String(form.get(name) ?? '')
export const listOf = (form: FormData, name: string) =>
  form
    .getAll(name)
    .flatMap((value) => String(value).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
