/** A control as a browser sends it: its name and what was typed. */
export type Entry = readonly [name: string, value: string]

/** What a form holds, as it was typed: sent by a browser, or written from answers. */
export type TypedForm = ReturnType<typeof typedForm>

/** Before the key of a field, so that no key is ever taken for a word of the page (`intent`, `version`). */
const OURS = 'f.'
export const nameOf = (key: string) => OURS + key

export function typedForm(entries: Iterable<readonly [string, unknown]>) {
  const values = new Map<string, string[]>()
  for (const [name, value] of entries)
    if (name.startsWith(OURS) && typeof value === 'string')
      // A text area sends its lines with two signs each, which would count twice.
      values.set(name, [...(values.get(name) ?? []), value.replaceAll('\r\n', '\n')])
  return {
    one: (name: string) => values.get(name)?.[0] ?? '',
    all: (name: string) => values.get(name) ?? [],
    has: (name: string) => values.has(name),
    /** The rows that stand under this name, in their order: removed ones leave a hole. */
    rows(group: string): string[] {
      const found = new Set<number>()
      for (const name of values.keys()) {
        const at = name.startsWith(`${group}.`) ? name.slice(group.length + 1).match(/^(\d{1,4})\./) : null
        if (at) found.add(Number(at[1]))
      }
      return [...found].sort((a, b) => a - b).map((index) => `${group}.${index}`)
    },
    entries: (): Entry[] =>
      [...values].flatMap(([name, several]) => several.map((value) => [name, value] as const)),
  }
}
