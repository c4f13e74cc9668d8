import type pg from 'pg'
import { connect, disconnect } from '#db/client.ts'
import { networkTables, tablesOf } from '#tests/isolation/catalog/declared-tables.ts'
import { makeRow, type Row, shapeOf } from '#tests/isolation/rows/make-row.ts'
import { type Plant, plantEach } from '#tests/isolation/rows/plant-row.ts'
import { readShapes, type Shapes, type TableShape } from '#tests/isolation/rows/table-shapes.ts'
import { clientOf, type TestDatabase } from '#tests/support/database.ts'
import { STILL_HELD } from './attempt.ts'

/** Where the matrix is played: `theirs` keeps a row in each table, `mine` tries to reach it. */
export type Ground = {
  superuser: pg.Client
  app: pg.Client
  observatory: pg.Client
  shapes: Shapes
  theirs: number
  mine: number
  /** One that has no row at all yet. */
  fresh: number
}

/** The product is connected by the runtime login, as in production. */
export async function openGround(database: TestDatabase): Promise<Ground> {
  connect({ url: database.urls.app, size: 2 })
  const { rows } = await database.superuser.query<{ id: number }>(
    'select id from network order by id limit 3',
  )
  const [theirs, mine, fresh] = rows.map((row) => row.id) as [number, number, number]
  const shapes = await readShapes(database.superuser)
  const ground = {
    superuser: database.superuser,
    app: await clientOf(database.urls.app),
    observatory: await clientOf(database.urls.observatory),
    shapes,
    theirs,
    mine,
    fresh,
  }
  await plantAll(ground)
  return ground
}

/** Puts back what a probe took away: each network's row in each table. */
export async function plantAll({ superuser, shapes, theirs, mine }: Ground) {
  const both = (table: string): Plant[] => [
    [table, theirs, 'theirs'],
    [table, mine, 'mine'],
  ]
  await plantEach(superuser, shapes, networkTables().flatMap(both))
}

/** Takes a network's rows off a table, and first, where they are held, those that hold them. */
export async function takeOff(ground: Ground, table: string, networkId: number) {
  const remove = () => ground.superuser.query(`delete from "${table}" where network_id = $1`, [networkId])
  const held = await remove().catch((error: pg.DatabaseError) => error)
  if (!(held instanceof Error)) return
  if (held.code !== STILL_HELD) throw held
  const points = (other: string) =>
    other !== table && shapeOf(ground.shapes, other).foreignKeys.some(({ parent }) => parent === table)
  for (const other of networkTables().filter(points)) await takeOff(ground, other, networkId)
  await remove()
}

export async function closeGround(ground: Ground) {
  await disconnect()
  await ground.app.end()
  await ground.observatory.end()
}

export const isListing = (table: string) => tablesOf('listing').includes(table)

/** A table's shape and the two rows the matrix is about. */
export function rowsOf(ground: Ground, table: string): { shape: TableShape; theirs: Row; mine: Row } {
  const { shapes } = ground
  return {
    shape: shapeOf(shapes, table),
    theirs: makeRow(shapes, table, ground.theirs, 'theirs'),
    mine: makeRow(shapes, table, ground.mine, 'mine'),
  }
}

/** Every row of a network in every table; xmin tells a row rewritten with its own values. */
export async function stateOf({ superuser }: Pick<Ground, 'superuser'>, networkId: number): Promise<string> {
  const counted = networkTables().map(
    (
      table,
    ) => `select '${table}' as name, string_agg(t.xmin::text || t::text, chr(10) order by t::text) as rows
      from "${table}" t where network_id = $1`,
  )
  // Named, so that its hundred parts are planned once.
  const { rows } = await superuser.query({
    name: 'state of a network',
    text: counted.join(' union all '),
    values: [networkId],
  })
  return JSON.stringify(rows)
}

/** Plays `work`; says which tables of their network it changed, or null. */
export async function touchingTheirs(ground: Ground, work: () => Promise<void>): Promise<string | null> {
  const before = await stateOf(ground, ground.theirs)
  await work()
  return (await stateOf(ground, ground.theirs)) === before ? null : 'changed a row of the other network'
}
