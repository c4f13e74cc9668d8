import type { Locale, StaffContext } from '#server/kernel/context.ts'
import type { Rule } from '#server/kernel/permissions.ts'
import type { OwnField } from '../own-field/own-field.ts'

/** One row, by column; what a column does not hold is absent. */
export type Cells = Record<string, string>
export type ListAsked = {
  columns: string[]
  locale: Locale
  /** Why data about people are given; null: what leads to a person or a home is left out. */
  personalReason: string | null
  own: OwnField[]
}

/** Where the rows of a list come from: a page of the desk, which its capability reads again row by row. */
export type ListSource = {
  rule: Rule
  /** Its page, after the desk's address. */
  page: string
  /** What some criteria narrow it to, in words: one each, none for the whole list. */
  words: (ctx: StaffContext, criteria: URLSearchParams) => Promise<string[]>
  /** Ids of what the filters of that page keep, in its order. */
  ids: (ctx: StaffContext, criteria: URLSearchParams) => Promise<string[]>
  /** In the order of the ids; one may give several rows, or none. */
  rows: (ctx: StaffContext, ids: string[], asked: ListAsked) => Promise<Cells[]>
}

/** Values of one cell: labels hold commas. */
export const SEVERAL_OF_CELL = ' | '
