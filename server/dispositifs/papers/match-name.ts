import { foldText } from '#packages/referentials/text.ts'

const bare = (text: string) => foldText(text).replace(/[^a-z0-9]/g, '')

/**
 * The dossier whose number a file name holds, whatever stands between its letters: the longest wins, for
 * « JSI-26-12 » is not « JSI-26-1 ». Two that are as long are nobody's choice but a person's.
 */
export function matchName<One extends { number: string }>(
  name: string,
  dossiers: readonly One[],
): One | null {
  const said = bare(name.replace(/\.[^.]*$/, ''))
  const found = dossiers
    .map((one) => ({ one, number: bare(one.number) }))
    .filter(({ number }) => number.length > 1 && holds(said, number))
    .sort((a, b) => b.number.length - a.number.length)
  const [first, second] = found
  if (!first || second?.number.length === first.number.length) return null
  return first.one
}

/** A number goes on while digits follow: « 12 » is not in « 123 ». */
function holds(said: string, number: string): boolean {
  for (let at = said.indexOf(number); at >= 0; at = said.indexOf(number, at + 1)) {
    const [before, after] = [said[at - 1] ?? '', said[at + number.length] ?? '']
    const goesOn = /\d$/.test(number) && /\d/.test(after)
    const began = /^\d/.test(number) && /\d/.test(before)
    if (!goesOn && !began) return true
  }
  return false
}
