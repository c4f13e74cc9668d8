const WIDTH = 110

/** JSON laid out as the formatter of the sources does: a list of texts on one line when it fits there. */
export function jsonOf(value: unknown): string {
  const text = JSON.stringify(value, null, 2)
  const lists = /^( *)((?:"[^"]+": )?)\[\n((?: *"(?:[^"\\]|\\.)*",?\n)+) *\](,?)$/gm
  const joined = text.replace(lists, (whole, indent, key, items: string, comma) => {
    const line = `${indent}${key}[${items.trim().replace(/\n */g, ' ')}]${comma}`
    return line.length <= WIDTH ? line : whole
  })
  return `${joined}\n`
}
