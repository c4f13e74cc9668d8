import type pg from 'pg'
import { makeRow, type Row } from '#tests/isolation/rows/make-row.ts'
import type { Shapes } from '#tests/isolation/rows/table-shapes.ts'
import { SECRET } from './target.ts'

/** What has these behind it takes no further answer: in a world that is asked everything, nothing has. */
const OVER =
  /^(decided|decision|deleted|undone|ended|ends|withdrawn|removed|detached|accepted|revoked|sent|next_done|finished|merged|last_contact)(_at|_on|_by)?$/

/** What else a row needs for the doors to do what they are asked of it. */
const NEEDED: Record<string, (id: (table: string) => string) => Row> = {
  absence: () => ({ back_on: '2027-01-31' }),
  account_grant: () => ({ starts_on: '2020-01-01' }),
  invitation: () => ({ expires_at: '2027-01-31T12:00:00Z' }),
  long_work: () => ({ state: 'failed' }),
  organisation_message: () => ({ reached: 0, handed_over_at: null }),
  page_proposal: () => ({ state: 'submitted', origin: 'visitor' }),
  project_proposal: () => ({ state: 'submitted' }),
  project_tie: (id) => ({ other_now_id: id('organisation') }),
  registration: () => ({
    organisation_id: null,
    insee: null,
    postal_code: null,
    subkind: null,
    reason: null,
  }),
  stored_file: (id) => ({ owner_type: 'project', owner_id: id('project') }),
}

/** The private row of a table, so that it still awaits somebody. */
export async function openUp(client: pg.Client, shapes: Shapes, table: string, network: number) {
  const { columns, key } = shapes.get(table)!
  if (!columns.some(({ name }) => name === 'network_id')) return
  const idOf = (name: string) => String(makeRow(shapes, name, network, SECRET).id)
  const over = columns.filter(({ name, nullable }) => nullable && OVER.test(name))
  const said = { ...Object.fromEntries(over.map(({ name }) => [name, null])), ...NEEDED[table]?.(idOf) }
  const names = Object.keys(said)
  if (names.length === 0) return
  const row = makeRow(shapes, table, network, SECRET)
  const set = names.map((name, index) => `"${name}" = $${index + 1}`)
  const where = key.map((name, index) => `"${name}" = $${names.length + index + 1}`)
  await client.query(`update "${table}" set ${set.join()} where ${where.join(' and ')}`, [
    ...Object.values(said),
    ...key.map((name) => row[name]),
  ])
}
