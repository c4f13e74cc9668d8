import type { TypedForm } from './typed-form.ts'

/** The name of the button that asks for more rows; its value is the group they are for. */
export const MORE_ROWS = 'lignes'
const MORE = 3

/** How many rows each table had when the form was sent, with those that were asked for. */
export function rowsAsked(form: TypedForm, group: unknown): Record<string, number> {
  const seen = new Set(form.entries().flatMap(([name]) => name.match(/^(f\..+\.\d{1,4})\.[a-z]+/)?.[1] ?? []))
  const rows: Record<string, number> = {}
  for (const row of seen) {
    const of = row.slice(0, row.lastIndexOf('.'))
    rows[of] = (rows[of] ?? 0) + 1
  }
  if (typeof group === 'string' && group.startsWith('f.')) rows[group] = (rows[group] ?? 0) + MORE
  return rows
}
