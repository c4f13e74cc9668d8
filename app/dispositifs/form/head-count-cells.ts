import { ORIGINS, type Origin, SEXES } from '#server/dispositifs/head-count/head-count.schema.ts'
import { held, listOf, numberCell, writtenNumber } from './read-cell.ts'
import type { Entry, TypedForm } from './typed-form.ts'

const GROUP_CELLS = ['total', ...SEXES] as const
const BAND_CELLS = ['from', 'to', ...SEXES] as const

const cellsOf = <Cell extends string>(form: TypedForm, row: string, cells: readonly Cell[]) =>
  Object.fromEntries(cells.map((cell) => [cell, numberCell(form.one(`${row}.${cell}`))]))

const saysNothing = (cells: Record<string, unknown>) => Object.values(cells).every((cell) => cell === null)

/** Nothing at all when nobody was counted; else both groups, whole. */
export function readHeadCount(form: TypedForm, name: string) {
  const groups = ORIGINS.map((origin) => {
    const group = `${name}.${origin}`
    const bands = form
      .rows(`${group}.bands`)
      .map((row) => cellsOf(form, row, BAND_CELLS))
      .filter((band) => !saysNothing(band))
    return { origin, cells: cellsOf(form, group, GROUP_CELLS), bands }
  })
  if (groups.every(({ cells, bands }) => saysNothing(cells) && bands.length === 0)) return undefined
  return Object.fromEntries(groups.map(({ origin, cells, bands }) => [origin, { ...cells, bands }]))
}

export const writeHeadCount = (answer: unknown, name: string, locale: string): Entry[] =>
  ORIGINS.flatMap((origin: Origin) => {
    const group = held(answer, origin)
    const row = `${name}.${origin}`
    const written = (at: string, from: unknown, cells: readonly string[]) =>
      cells.map((cell): Entry => [`${at}.${cell}`, writtenNumber(held(from, cell), locale)])
    return [
      ...written(row, group, GROUP_CELLS),
      ...listOf(held(group, 'bands')).flatMap((band, index) =>
        written(`${row}.bands.${index}`, band, BAND_CELLS),
      ),
    ]
  })
