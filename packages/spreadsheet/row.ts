/** A row of a table, with the line of the file where it stands (the first is 1). */
export type Row = { line: number; cells: string[] }
