import type pg from 'pg'
import { loadNetworks } from '#tenants/load.ts'
import { currentName } from '#tenants/network.ts'
import type { Network } from '#tenants/schema.ts'
import { type Clock, systemClock } from './clock.ts'

/** A tenant as the program knows it: its data file and its number in the database. */
export type KnownNetwork = Network & { id: number }

let bySlug = new Map<string, KnownNetwork>()
let byId = new Map<number, KnownNetwork>()

/** Copies tenants/ into the database; only the owner may. A network is never deleted: rows point to it. */
export async function writeNetworks(owner: pg.ClientBase, networks: Network[] = loadNetworks()) {
  for (const { slug, kind, status } of networks) {
    await owner.query(
      `insert into network (slug, kind, status) values ($1, $2, $3)
       on conflict (slug) do update set kind = excluded.kind, status = excluded.status
       where (network.kind, network.status) is distinct from (excluded.kind, excluded.status)`,
      [slug, kind, status],
    )
  }
}

/** Joins the data files with their numbers, for the life of the process. */
export async function readNetworks(db: Pick<pg.Pool, 'query'>, networks: Network[] = loadNetworks()) {
  const { rows } = await db.query<{ id: number; slug: string }>('select id, slug from network')
  const ids = new Map(rows.map((row) => [row.slug, row.id]))
  const known = networks.flatMap((network) => {
    const id = ids.get(network.slug)
    return id === undefined ? [] : [{ ...network, id }]
  })
  bySlug = new Map(known.map((network) => [network.slug, network]))
  byId = new Map(known.map((network) => [network.id, network]))
}

/** What a network is called today; successive names are dated in its file. */
export const nameOf = (network: KnownNetwork, clock: Clock = systemClock) => currentName(network, clock.now())

/** A network people may visit: one still to be confirmed answers like one that does not exist. */
export function activeNetwork(slug: string): KnownNetwork | undefined {
  const network = bySlug.get(slug)
  return network?.status === 'active' ? network : undefined
}

export function networkById(id: number): KnownNetwork | undefined {
  return byId.get(id)
}

export function activeNetworks(): KnownNetwork[] {
  return [...bySlug.values()].filter((network) => network.status === 'active')
}

export function everyNetwork(): KnownNetwork[] {
  return [...bySlug.values()]
}
