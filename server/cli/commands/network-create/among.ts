import { UsageError } from '../read-options.ts'

export function among<T extends string>(values: readonly T[], text: string): T {
  const found = values.find((value) => value === text)
  if (!found) throw new UsageError(`« ${text} » n'est pas dans la liste : ${values.join(', ')}`)
  return found
}
