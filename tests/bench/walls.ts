import pg from 'pg'
import { median } from './load.ts'
import { report } from './prepare.ts'

const ROUNDS = 300

/** What row-level security costs: the same statement, one connection each, in turn, with and without the wall. */
export async function measureWalls(urls: { app: string; superuser: string }, networkId: number) {
  const [walled, open] = [new pg.Client(urls.app), new pg.Client(urls.superuser)]
  await Promise.all([walled.connect(), open.connect()])
  for (const client of [walled, open])
    await client.query(`select set_config('app.network_id', '${networkId}', false)`)
  const list = `select id, name, city from organisation where network_id = ${networkId}
    order by name collate "fr-x-icu", id limit 30`
  const query = `to_tsquery('maillage_fr', 'puits & kara:*')`
  const joined = (found: string) => `select o.id, o.name, count(*) over () as total from (${found}) f
    join organisation o on o.network_id = ${networkId} and o.id = f.id order by o.name collate "fr-x-icu", o.id limit 30`
  const search = joined(
    `select distinct id from definer_search.found_organisations('{puits,kara}', true, null, null, false, true)`,
  )
  const bare = joined(`select id from organisation where network_id = ${networkId} and search @@ ${query}`)
  for (const [name, ours, floor] of [
    ['list of 30 under row-level security', list, list],
    ['private search through the definer function', search, bare],
  ] as const) {
    const times = { product: [] as number[], floor: [] as number[] }
    for (let round = 0; round < ROUNDS; round++) {
      times.product.push(await time(walled, ours))
      times.floor.push(await time(open, floor))
    }
    const [product, least] = [median(times.product), median(times.floor)]
    report(name, product, 'ms', { floor: least, ratio: Math.round((product / least) * 100) / 100 })
  }
  await Promise.all([walled.end(), open.end()])
}

async function time(client: pg.Client, text: string) {
  const began = process.hrtime.bigint()
  await client.query(text)
  return Number(process.hrtime.bigint() - began) / 1e6
}
