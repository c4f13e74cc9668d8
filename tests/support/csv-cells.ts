/** The cells of a file with semicolons, as a spreadsheet reads them. */
export function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^";\r\n]*)(;|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const [, written, end] = cell.exec(text) ?? []
    if (written === undefined) throw new Error(`not a cell after ${lines.at(-1)}`)
    lines.at(-1)!.push(written.startsWith('"') ? written.slice(1, -1).replaceAll('""', '"') : written)
    if (end === '\r\n') lines.push([])
  }
  return lines.filter((line) => line.length > 0)
}
