import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { searchCommunes } from '#packages/referentials/communes.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { nameLikeness } from '../organisation/likeness.ts'
import { crm } from '../permissions.ts'
import { CHOSEN, type FieldType, importField } from './fields.ts'
import { type ImportRow, importRow } from './import-row.server.ts'
import { ownLabels, withOwnLabels } from './own-labels.ts'
import { placeSaid, placeTold, saidBy } from './read-line.server.ts'
import { communeOf, placeKey } from './read-place.server.ts'
import { foldValue, recognise, type Suggestion, suggestions, valuesOf } from './recognise.ts'

/** `key`: the value as folded, under which its answer is kept. */
export type Unknown = {
  key: string
  value: string
  count: number
  suggested: string[]
  answer: string | null
  /** The likeliest, when it is near enough to be proposed as the answer: a person reads each other value. */
  proposed: string | null
}
export type FieldValues = { field: string; type: FieldType; known: number; unknown: Unknown[]; more: number }

const [MOST_CELLS, MOST_ASKED] = [20_000, 100]
/** A slip or two of the keyboard in a word, or the words of one in the other. */
const NEAR_ENOUGH = 0.8
const PLACE = ['city', 'postalCode', 'insee', 'department']

/** What the file says in place of our lists' words: each value once, with how often, the most frequent first. */
export async function valuesToMatch(ctx: Context, id: string): Promise<FieldValues[]> {
  demand(ctx, crm['import:run'])
  const { network } = ctx
  return inNetwork(ctx, async (tx) => {
    const found = await importRow(tx, ctx, id)
    const own = ownLabels(network)
    const row = { ...found, answers: withOwnLabels(found.answers, network) }
    const fields = row.matching.columns.flatMap(({ field }, at) => {
      const type = field ? importField(field)?.type : undefined
      return field && type && CHOSEN.includes(type) && type !== 'commune' ? [{ field, type, at: [at] }] : []
    })
    const all: FieldValues[] = []
    for (const { field, type, at } of fields)
      all.push(listed(row, field, type, await distinct(at), own[field]))
    const places = row.matching.columns.flatMap(({ field }, at) =>
      field && PLACE.includes(field) ? [at] : [],
    )
    if (places.length > 0) all.push(listedPlaces(row, await distinct(places), places))
    return all.filter(({ known, unknown }) => known + unknown.length > 0)

    async function distinct(at: number[]) {
      const cells = sql.join(
        at.map((index) => sql`btrim(coalesce(cells ->> ${sql.raw(String(index))}, ''))`),
        sql`, `,
      )
      const { rows } = await tx.execute<{ said: string[]; count: number }>(sql`
        select array[${cells}] as said, count(*)::int as count from organisation_import_line
        where network_id = ${network.id} and import_id = ${id}
        group by 1 order by 2 desc, 1 limit ${MOST_CELLS}`)
      return rows
    }
  })
}

function listed(
  row: ImportRow,
  field: string,
  type: FieldType,
  cells: { said: string[]; count: number }[],
  own: Record<string, string> = {},
) {
  const known = new Set<string>()
  const unknown = new Map<string, { value: string; count: number }>()
  for (const { said, count } of cells)
    for (const value of valuesOf(type, said[0]!, own)) {
      const key = foldValue(value)
      if (!key) continue
      if (recognise(type, value) || own[key]) known.add(key)
      else unknown.set(key, { value, count: count + (unknown.get(key)?.count ?? 0) })
    }
  return asked(row, field, type, known.size, unknown, (value) => suggestions(type, value))
}

function listedPlaces(row: ImportRow, cells: { said: string[]; count: number }[], at: number[]) {
  const known = new Set<string>()
  const unknown = new Map<string, { value: string; count: number }>()
  for (const { said, count } of cells) {
    const line: string[] = []
    at.forEach((index, nth) => {
      line[index] = said[nth]!
    })
    const place = placeSaid(saidBy(line, row.matching), row.answers)
    const key = placeKey(place)
    if (!key) continue
    if (communeOf(place)) known.add(key)
    else unknown.set(key, { value: placeTold(place), count: count + (unknown.get(key)?.count ?? 0) })
  }
  return asked(row, 'city', 'commune', known.size, unknown, communesLike)
}

/** Communes that may be meant by « 79000 Nyort »: of that postal code, else of that beginning. */
function communesLike(value: string): Suggestion[] {
  const [code] = value.match(/\d{4,5}/) ?? []
  const name = value.replace(/\d+/g, ' ').trim()
  const found = [
    ...(code ? searchCommunes(code, 8) : []),
    ...searchCommunes(name, 4),
    ...(name.length > 4 ? searchCommunes(name.slice(0, Math.ceil(name.length / 2)), 4) : []),
  ]
  const likely = new Map(found.slice(0, 10).map((one) => [one.insee, nameLikeness(name, one.name)]))
  return [...likely].map(([key, score]) => ({ key, score })).sort((a, b) => b.score - a.score)
}

function asked(
  row: ImportRow,
  field: string,
  type: FieldType,
  known: number,
  unknown: Map<string, { value: string; count: number }>,
  suggest: (value: string) => Suggestion[],
): FieldValues {
  const sorted = [...unknown].sort(([, a], [, b]) => b.count - a.count)
  return {
    field,
    type,
    known,
    more: Math.max(0, sorted.length - MOST_ASKED),
    unknown: sorted.slice(0, MOST_ASKED).map(([key, { value, count }]) => {
      const [first, ...others] = suggest(value)
      return {
        key,
        value,
        count,
        suggested: [first, ...others].flatMap((one) => one?.key ?? []),
        answer: row.answers[field]?.[key] ?? null,
        proposed: first && first.score >= NEAR_ENOUGH ? first.key : null,
      }
    }),
  }
}
