import { parseArgs } from 'node:util'

/** `value` is how the help names what the option takes; an option without it is a switch. */
export type Option = { value?: string; says: string; otherwise?: string }
export type Options = Record<string, Option>
export type Given<O extends Options> = { [K in keyof O]?: O[K] extends { value: string } ? string : boolean }

/** A command given wrongly: one sentence, and the exit code that scripts know for it. */
export class UsageError extends Error {}
export const USAGE_CODE = 2

/** Only what the command declares; anything else is refused by its name. */
export function readOptions<O extends Options>(options: O, args: string[]): Given<O> {
  const types = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  )
  try {
    return parseArgs({ args, options: types, strict: true, allowPositionals: false }).values as Given<O>
  } catch (error) {
    throw new UsageError(sentenceOf(error as NodeJS.ErrnoException))
  }
}

function sentenceOf({ code, message }: NodeJS.ErrnoException): string {
  const named = message.match(/'([^' ]+)/)?.[1] ?? ''
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `L'option ${named} n'existe pas`
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `« ${named} » est en trop`
    default:
      return message.includes('does not take an argument')
        ? `L'option ${named} ne prend pas de valeur`
        : `L'option ${named} demande une valeur`
  }
}
