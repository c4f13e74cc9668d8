/** What a table may be. Beyond, it is not somebody's list. */
export const MOST_FILE_BYTES = 60 * 1024 * 1024
export const MOST_ROWS = 200_000
export const MOST_COLUMNS = 300
/** Excel's own limit for a cell is 32,767 characters. */
export const MOST_LINE_CHARACTERS = 1_000_000
/** Of a workbook, once inflated. */
export const MOST_INFLATED_BYTES = 600 * 1024 * 1024
/** Of which one holds the titles of the columns: above a table stand a title, a date, groups of columns. */
export const FIRST_LINES = 8
