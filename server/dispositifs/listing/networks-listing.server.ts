import { publicDb, rawPool } from '#db/client.ts'
import { dispositifListing } from '#db/schema/dispositifs.ts'

const KEPT_MS = 1000
let kept: { pool: unknown; until: number; networks: Promise<Set<number>> } | undefined

/** Who publishes or withdraws shows it at once; another process follows within a second. */
export function forgetListing() {
  kept = undefined
}

/** Every public page asks it: one short question a second for all networks, and not one a page. */
export async function listsDispositifs(networkId: number): Promise<boolean> {
  const pool = rawPool()
  if (kept?.pool !== pool || kept.until <= performance.now()) {
    const fresh = { pool, until: performance.now() + KEPT_MS, networks: read() }
    kept = fresh
    fresh.networks.catch(() => {
      if (kept === fresh) kept = undefined
    })
  }
  return (await kept.networks).has(networkId)
}

async function read() {
  const { networkId } = dispositifListing
  const rows = await publicDb().selectDistinct({ networkId }).from(dispositifListing)
  return new Set(rows.map((row) => row.networkId))
}
