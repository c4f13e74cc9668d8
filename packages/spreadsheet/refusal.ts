export const REFUSALS = [
  'empty',
  'type',
  'old_format',
  'encrypted',
  'broken_text',
  'too_large',
  'too_many_columns',
  'too_many_rows',
  'long_line',
  'swollen',
  'no_header',
  'no_rows',
  'unreadable',
] as const
export type Refusal = (typeof REFUSALS)[number]

/** Why a file cannot be read as a table, and where; who asked says it in a sentence. */
export class SpreadsheetRefused extends Error {
  readonly why: Refusal
  readonly line: number | null
  constructor(why: Refusal, line: number | null = null) {
    super(why)
    this.name = 'SpreadsheetRefused'
    this.why = why
    this.line = line
  }
}
