import type { ZodType } from 'zod'
import { DomainError } from '#server/kernel/errors.ts'
import { refusalOf } from '#server/kernel/files/errors.ts'
import { refusedAct } from '../desk/dispositif-values.server.ts'
import { type Doubt, Doubtful } from '../doubt.ts'

/** What a form that was refused says: which one, what at which field, and what was typed in it. */
export type Refused = {
  /** Of the small form that was sent, where a page has several. */
  which: string
  code: string
  faults: Record<string, string>
  typed: Record<string, string>
  /** What a sentence is completed with. */
  more: string[]
  /** What is asked again before it is done, and the mark that it was read. */
  doubts?: Doubt[]
  seen?: string
}

/** The words of a form as they were typed; files left out. */
export const typedOf = (form: FormData): Record<string, string> =>
  Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )

/** Refused by its schema: the first fault of each field. */
export class Unread extends Error {
  readonly faults: Record<string, string>
  constructor(faults: Record<string, string>) {
    super('unread')
    this.faults = faults
  }
}

export function readWith<Output>(schema: ZodType<Output>, values: unknown): Output {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  const faults: Record<string, string> = {}
  for (const { path, message } of parsed.error.issues) faults[String(path[0])] ??= message
  throw new Unread(faults)
}

/** What an act or a schema refuses, to be said at its field; null, it is no refusal. */
export function refusedForm(
  error: unknown,
  form: FormData,
  which: string,
): (Refused & { status: number }) | null {
  const typed = typedOf(form)
  if (error instanceof Unread)
    return { which, code: 'unread', faults: error.faults, typed, more: [], status: 422 }
  if (error instanceof Doubtful) {
    const { doubts, seen } = error
    return { which, code: 'doubtful', faults: {}, typed, more: [], doubts, seen, status: 422 }
  }
  const file = refusalOf(error)
  if (file) return { which, code: 'file', faults: { file }, typed, more: [], status: 422 }
  const refused = refusedAct(error)
  if (!refused || !(error instanceof DomainError)) return null
  const { gaps, lacks } = error.details as { gaps?: string[]; lacks?: string[] }
  return {
    which,
    code: refused.code,
    faults: refused.faults,
    typed,
    more: gaps ?? lacks ?? [],
    status: refused.status,
  }
}
