/** Rows as lines whose columns stand under one another; a column of figures stands to the right. */
export function aligned(rows: string[][]): string[] {
  const count = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? ''))
  const widths = columns.map((cells) => Math.max(...cells.map((cell) => cell.length)))
  const figures = columns.map((cells) => cells.slice(1).length > 0 && cells.slice(1).every(isFigure))
  return rows.map((row) =>
    row
      .map((cell, at) => (figures[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!)))
      .join('  ')
      .trimEnd(),
  )
}

const isFigure = (cell: string) => /^(\d+|—)$/.test(cell)
