import { useFilling } from './filling.ts'

/** What was found for a text goes with it, for as long as the text stays the one it was found for. */
export function KnownParts({ name, parts }: { name: string; parts: string[] }) {
  const { typed } = useFilling()
  return parts.map((part) => {
    const value = typed.one(`${name}.${part}`)
    return value ? <input key={part} type="hidden" name={`${name}.${part}`} value={value} /> : null
  })
}
