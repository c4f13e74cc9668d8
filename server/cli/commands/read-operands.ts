import { type Given, type Options, readOptions, UsageError } from './read-options.ts'

/** What a command is given before its options, by position: all of it, and no more. */
export function readOperands<const O extends Options>(
  named: string[],
  options: O,
  args: string[],
): { operands: string[]; given: Given<O> } {
  const first = args.findIndex((word) => word.startsWith('-'))
  const operands = first < 0 ? args : args.slice(0, first)
  const missing = named[operands.length]
  if (missing) throw new UsageError(`Donnez ${missing}`)
  if (operands.length > named.length) throw new UsageError(`« ${operands[named.length]} » est en trop`)
  return { operands, given: readOptions(options, first < 0 ? [] : args.slice(first)) }
}
