import type { z } from 'zod'

export type Fault = { file: string; field: string; problem: string }

/** Thrown at start-up; its message is read by whoever starts the program, one line a fault. */
export class TenantDataError extends Error {
  override readonly name = 'TenantDataError'
  readonly faults: readonly Fault[]

  constructor(faults: Fault[]) {
    super(
      faults.map(({ file, field, problem }) => `${file}: ${field ? `${field} — ` : ''}${problem}`).join('\n'),
    )
    this.faults = faults
  }
}

export function faultsOf(file: string, issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ file, field: fieldAt([...issue.path, key]), problem: 'unknown field' }))
      : [{ file, field: fieldAt(issue.path), problem: issue.message }],
  )
}

export function fieldAt(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === 'number') return `${field}[${step}]`
    return field ? `${field}.${String(step)}` : String(step)
  }, '')
}

const KINDS: Record<string, string> = {
  string: 'a text',
  array: 'a list',
  object: 'an object',
  number: 'a number',
  boolean: 'true or false',
}

/** Used where the schema has no sentence of its own. */
export const plainWords: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is missing'
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be one of: ${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'array' ? 'must not be empty' : `must be at least ${issue.minimum}`
    case 'too_big':
      return `must be at most ${issue.maximum}`
    default:
      return undefined
  }
}
