/** Names of columns from the line that titles them: each named, none twice. */
export function headingsOf(cells: string[]): string[] {
  const said = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  while (said.length > 0 && said.at(-1) === '') said.pop()
  const times = new Map<string, number>()
  return said.map((cell, at) => {
    const name = (cell || `Colonne ${letterOf(at)}`).slice(0, 200)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${time})`
  })
}

/** As spreadsheets call their columns: A … Z, AA … */
export const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
