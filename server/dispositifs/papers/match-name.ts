import { foldText } from '#packages/referentials/text.ts'

const bare = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '')

/**
 * The dossier whose number a file name holds, whatever stands between its letters: the longest wins, for
 * « JSI-26-12 » is not « JSI-26-1 ». Two that are as long are nobody's choice but a person's. Numbers are
 * sorted once, however many files are named.
 */
export function matchNames<One extends { number: string }>(dossiers: readonly One[]) {
  const byNumber = Map.groupBy(dossiers, ({ number }) => bare(number))
  const lengths = [...new Set([...byNumber.keys()].map(({ length }) => length))]
    .filter((length) => length > 1)
    .sort((a, b) => b - a)
  return (name: string): One | null => {
    const said = bare(name.replace(/\.[^.]*$/, ''))
    for (const length of lengths) {
      const found = new Set<One>()
      for (let at = 0; at + length <= said.length; at++)
        if (standsAlone(said, at, length))
          for (const one of byNumber.get(said.slice(at, at + length)) ?? []) found.add(one)
      if (found.size > 0) return found.size === 1 ? [...found][0]! : null
    }
    return null
  }
}

/** A number goes on while digits follow: « 12 » is not in « 123 ». */
function standsAlone(said: string, at: number, length: number): boolean {
  const isDigit = (nth: number) => /\d/.test(said[nth] ?? '')
  const goesOn = isDigit(at + length - 1) && isDigit(at + length)
  const began = isDigit(at) && isDigit(at - 1)
  return !goesOn && !began
}
