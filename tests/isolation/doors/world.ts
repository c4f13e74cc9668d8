import { connect, disconnect, rawPool } from '#db/client.ts'
import { watchQueries } from '#db/slow-queries.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { files } from '#server/kernel/files/files.server.ts'
import { activeNetwork, readNetworks } from '#server/kernel/networks.ts'
import { tablesOf } from '#tests/isolation/catalog/declared-tables.ts'
import { stateOf } from '#tests/isolation/matrix/ground.ts'
import { makeRow, type Row } from '#tests/isolation/rows/make-row.ts'
import { plantRow } from '#tests/isolation/rows/plant-row.ts'
import { readShapes, type Shapes } from '#tests/isolation/rows/table-shapes.ts'
import { createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { noonOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'
import { openUp } from './open-rows.ts'
import { giveRows, MINE, people, THEIRS } from './people.ts'
import { keepRows } from './put-back.ts'
import { PUBLISHED, ROWS, SECRET, type Seed, type Target, WORD } from './target.ts'

export type Kept = 'with private rows' | 'without'
export type Login = 'app' | 'superuser'

export type World = {
  app: TestApp
  cookies: Record<string, string>
  targets: Target[]
  /** Every row of the other network, to compare before and after. */
  state: () => Promise<string>
  /** Every row as it was when the world opened. */
  putBack: () => Promise<unknown>
  close: () => Promise<void>
}

/**
 * Two worlds differ by one thing: in one, the other network keeps a private row in every tenant
 * table. Whatever a stranger asks, both must give the same answer: the ids they ask for exist in
 * one and not at all in the other. `login` is whom the product connects as.
 */
export async function openWorld(kept: Kept, login: Login, seeds: readonly Seed[]): Promise<World> {
  const database = await createDatabase()
  // Which queries were slow is of the machine, and a page tells it.
  watchQueries({ slowMs: Number.POSITIVE_INFINITY })
  connect({ url: database.urls[login], size: 4 })
  await readNetworks(rawPool())
  const theirs = activeNetwork(THEIRS)!.id
  const shapes = await readShapes(database.superuser)
  await publish(database, shapes)
  await plantNamesakes(database, shapes, activeNetwork(MINE)!.id)
  if (kept === 'with private rows') await plantPrivate(database, shapes, theirs)
  const app = await startApp({ clock: noonOf('2026-11-20') })
  const { cookies, ids } = await people(database, app)
  if (kept === 'with private rows') await giveRows(database, shapes, theirs, ids)
  const { storage_key } = makeRow(shapes, 'stored_file', theirs, SECRET)
  await files().store.put(String(storage_key), Buffer.from(WORD))
  return {
    app,
    cookies,
    putBack: await keepRows(database.superuser, shapes),
    targets: targetsIn(shapes, theirs, seeds),
    state: () => stateOf(database, theirs),
    close: async () => {
      await disconnect()
      await dropDatabase(database)
    },
  }
}

/** What both networks show the public, in both worlds. */
async function publish({ superuser }: TestDatabase, shapes: Shapes) {
  const seeds = { [THEIRS]: 'published', [MINE]: 'mine' }
  for (const [network, seed] of Object.entries(seeds)) {
    const ctx = await staffOf(superuser, network)
    const unpublished = { name: PUBLISHED, published_at: null }
    const { id } = await plantRow(superuser, shapes, 'organisation', ctx.network.id, seed, unpublished)
    await publishOrganisation(ctx, String(id))
  }
}

/** A row in every tenant table whose ids both networks have: what forgets the network mixes them. */
async function plantNamesakes(
  { superuser }: Pick<TestDatabase, 'superuser'>,
  shapes: Shapes,
  network: number,
  given: Row = {},
) {
  const unpublished = { siren: null, rna: null, published_at: null, ...given }
  const { id } = await plantRow(superuser, shapes, 'organisation', network, 'namesake', unpublished)
  for (const table of tablesOf('tenant')) {
    const told = { action: 'organisation.updated', object_type: 'organisation', object_id: id }
    await plantRow(superuser, shapes, table, network, 'namesake', table === 'audit_entry' ? told : {})
  }
}

/** A private row in every tenant table, another that hangs from the published record, and what this record keeps to itself. */
async function plantPrivate({ superuser }: TestDatabase, shapes: Shapes, theirs: number) {
  const hidden = { name: `${SECRET} ${WORD}`, published_at: null }
  await plantRow(superuser, shapes, 'organisation', theirs, SECRET, hidden)
  await plantNamesakes({ superuser }, shapes, theirs, hidden)
  for (const table of tablesOf('tenant')) {
    await plantRow(superuser, shapes, table, theirs, SECRET)
    await plantRow(superuser, shapes, table, theirs, 'published')
  }
  for (const table of shapes.keys()) await openUp(superuser, shapes, table, theirs)
  await superuser.query(
    `update organisation set description = $2, aliases = array[$2], address = $2, version = 9
     where network_id = $1 and slug = 'organisation-slug-published'`,
    [theirs, `${SECRET} ${WORD}`],
  )
}

function targetsIn(shapes: Shapes, theirs: number, seeds: readonly Seed[]): Target[] {
  const idOf = (table: string, seed: string) => String(makeRow(shapes, table, theirs, seed).id)
  return seeds.flatMap((seed) => {
    const { slug } = makeRow(shapes, 'organisation', theirs, seed) as { slug: string }
    const rows = Object.entries(ROWS).map(([name, table]) => [name, idOf(table, seed)])
    const beside = (table: string) => idOf(table, seed === 'namesake' ? 'published' : 'namesake')
    return [THEIRS, MINE].map(
      (network): Target => ({
        network,
        slug,
        other: beside('organisation'),
        otherTag: beside('tag'),
        figure: 'organisations',
        ...Object.fromEntries(rows),
      }),
    )
  })
}
