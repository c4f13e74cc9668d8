import { data } from '@remix-run/node'
import type { z } from 'zod'
import { DomainError } from '#server/kernel/errors.ts'

export type Refused = {
  /** What was typed, passwords left out. */
  typed: Record<string, string>
  fields: Record<string, string>
  refusal: { code: string; details: Record<string, unknown> } | null
}

export const typedIn = (form: FormData, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')]))

export function fieldFaults(error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse())
}

export const refusedFields = (typed: Record<string, string>, fields: Record<string, string>) =>
  data<Refused>({ typed, fields, refusal: null }, { status: 422 })

/** An act's refusal as the form shows it; anything else is a fault of ours. */
export function refusedBy(error: unknown, typed: Record<string, string>) {
  if (!(error instanceof DomainError)) throw error
  if (error.code === 'identity.weak_password')
    return data<Refused>(
      { typed, fields: { password: String(error.details.fault) }, refusal: null },
      { status: error.status },
    )
  const refusal = { code: error.code.split('.')[1]!, details: error.details }
  return data<Refused>({ typed, fields: {}, refusal }, { status: error.status })
}
