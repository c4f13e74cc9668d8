/** Rows by columns; what is empty or no whole number counts for nothing. */
export type Counts = Record<string, Record<string, string>>

export const countOf = (text: string | undefined): number =>
  text && /^\d{1,7}$/.test(text.replace(/\s/g, '')) ? Number(text.replace(/\s/g, '')) : 0

export function totalsOf(counts: Counts, rows: string[], columns: string[]) {
  const at = (row: string, column: string) => countOf(counts[row]?.[column])
  const byRow = Object.fromEntries(rows.map((row) => [row, sum(columns.map((column) => at(row, column)))]))
  const byColumn = Object.fromEntries(
    columns.map((column) => [column, sum(rows.map((row) => at(row, column)))]),
  )
  return { byRow, byColumn, all: sum(Object.values(byRow)) }
}

/** The field of one cell: `people.women.under25`. */
export const cellName = (name: string, row: string, column: string) => `${name}.${row}.${column}`

export function readCounts(form: FormData, name: string, rows: string[], columns: string[]): Counts {
  const cell = (row: string, column: string) => String(form.get(cellName(name, row, column)) ?? '')
  return Object.fromEntries(
    rows.map((row) => [row, Object.fromEntries(columns.map((column) => [column, cell(row, column)]))]),
  )
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
