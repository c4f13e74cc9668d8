import type pg from 'pg'
import { rowIds } from './row-id.ts'
import { ALIKE_LISTINGS } from './twins.ts'

/** What SO Coopération and the other network said of each couple, in their order; the last ones await both. */
const SAID: ['same' | 'different' | null, 'same' | null][] = [
  ['same', 'same'],
  ['same', 'same'],
  [null, 'same'],
  ['same', null],
  ['different', null],
]

/** Each network writes its own word, under its own policies; those agreed are one from then on. */
export async function tieListings(app: pg.ClientBase, ids: Map<string, number>, loaded: string[]) {
  const newId = rowIds('listing ties')
  const ours = ids.get('so-cooperation')
  for (const [index, [here, there]] of SAID.entries()) {
    const { names, other } = ALIKE_LISTINGS[index]!
    const theirs = ids.get(other)
    if (!ours || !theirs || !loaded.includes('so-cooperation') || !loaded.includes(other)) continue
    const listing = async (network: number, name: string) =>
      (
        await app.query<{ id: string; at: Date }>(
          'select id, published_at as at from organisation_listing where network_id = $1 and name = $2',
          [network, name],
        )
      ).rows[0]
    const [mine, yours] = [await listing(ours, names[0]), await listing(theirs, names[1])]
    if (!mine || !yours) continue
    const at = new Date(Math.max(+mine.at, +yours.at))
    if (here) await say(app, [ours, newId(index * 2), mine.id, theirs, yours.id, here, at])
    if (there) await say(app, [theirs, newId(index * 2 + 1), yours.id, ours, mine.id, there, at])
    await app.query(`select definer_identity.refresh_listing_identity('{}', $1, $2)`, [ours, mine.id])
  }
}

async function say(app: pg.ClientBase, row: [number, string, string, number, string, string, Date]) {
  await app.query(`select set_config('app.network_id', $1, true)`, [String(row[0])])
  await app.query(
    `insert into listing_tie (network_id, id, organisation_id, other_network_id, other_organisation_id,
       other_now_id, answer, said_at) values ($1, $2, $3, $4, $5, $5, $6, $7)`,
    row,
  )
}
