import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { inNetwork } from '#db/client.ts'
import { CARRIED } from '#server/crm/merge/carried.ts'
import { publish } from '#server/crm/merge/merge-organisations.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { lockOrganisation } from '#server/crm/organisation/locked-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { plantParents, plantRow } from '#tests/isolation/rows/plant-row.ts'
import type { Shapes } from '#tests/isolation/rows/table-shapes.ts'
import { anOrganisation } from './organisations.ts'

export type World = { staff: StaffContext; superuser: Client; shapes: Shapes }

/** Two records as unlike as they can be, each with a row of every table that names it, and one that both have. */
export async function twoRecords(
  world: World,
  seed: string,
  published: ('left' | 'right')[] = ['left', 'right'],
) {
  const left = await createOrganisation(
    world.staff,
    anOrganisation({
      name: `Rive gauche ${seed}`,
      acronym: 'RG',
      website: 'https://gauche.example',
      countries: ['TG'],
    }),
  )
  const right = await createOrganisation(
    world.staff,
    anOrganisation({
      name: `Rive droite ${seed}`,
      siren: '732829320',
      insee: '33063',
      countries: ['BJ'],
      sdgs: [6],
    }),
  )
  for (const side of published) await publishOrganisation(world.staff, side === 'left' ? left.id : right.id)
  const both = [left.id, right.id] as const
  for (const [link, rule] of Object.entries(CARRIED)) {
    if (rule.how === 'stays' || link.startsWith('organisation.') || link.startsWith('duplicate_pair.'))
      continue
    const [table, column] = link.split('.') as [string, string]
    for (const [index, id] of both.entries()) {
      await hang(world, table, column, id, `${seed}-${index}`)
      if (rule.how === 'moves' && rule.unlike)
        await hang(
          world,
          table,
          column,
          id,
          `${seed}-both`,
          rule.key.includes('id') ? { id: randomUUID() } : {},
        )
    }
  }
  await createOrganisation(world.staff, anOrganisation({ name: `Antenne ${seed}` })).then(({ id }) =>
    world.superuser.query('update organisation set parent_id = $1 where id = $2', [right.id, id]),
  )
  await inNetwork(world.staff, async (tx) => {
    for (const id of both) await publish(tx, world.staff, await lockOrganisation(tx, world.staff, id))
  })
  return { left: left.id, right: right.id }
}

async function hang(world: World, table: string, column: string, id: string, seed: string, given = {}) {
  const isList = column.endsWith('_ids')
  // Its own period of publication is written with the record; this one is over.
  const over = table === 'organisation_publication' ? { withdrawn_at: '2002-01-01' } : {}
  await plantParents(world.superuser, world.shapes, table, world.staff.network.id, seed)
  await plantRow(world.superuser, world.shapes, table, world.staff.network.id, seed, {
    [column]: isList ? [id] : id,
    ...over,
    ...given,
  })
}

const CHANGING = ['version', 'updated_at', 'search', 'folded', 'title']
const TOLD = [
  'audit_entry',
  'organisation_merge',
  'organisation_merge_line',
  'listing_revision',
  'listing_word',
]

/** Every row of the network but its history. */
export async function everyRow(world: World): Promise<Record<string, string[]>> {
  const { rows: tables } = await world.superuser.query<{ name: string }>(
    `select relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and attname = 'network_id'
     where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> all ($1) order by 1`,
    [TOLD],
  )
  const all: Record<string, string[]> = {}
  for (const { name } of tables) {
    const { rows } = await world.superuser.query<{ row: string }>(
      `select (to_jsonb(t) - $2::text[])::text as row from "${name}" t where network_id = $1 order by 1`,
      [world.staff.network.id, CHANGING],
    )
    all[name] = rows.map(({ row }) => row)
  }
  return all
}

type Rows = Record<string, string[]>
export const changed = (before: Rows, after: Rows) =>
  Object.keys(before).flatMap((table) => [
    ...before[table]!.filter((row) => !after[table]!.includes(row)).map((row) => `- ${table} ${row}`),
    ...after[table]!.filter((row) => !before[table]!.includes(row)).map((row) => `+ ${table} ${row}`),
  ])
