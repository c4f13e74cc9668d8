import type { Scope } from '../organisation/conditions.server.ts'
import type { PlaceIndex } from './place-index.server.ts'

/** Places kept in memory over all indexes: about sixty bytes each. */
const MOST_PLACES = 400_000
/** An index this large is not made anew at each act of publishing: it may be this late. */
const LARGE = 20_000
const LATE_MS = 15_000

type Kept = { revision: number; madeAt: number; places: number; index: Promise<PlaceIndex> }
const indexes = new Map<string, Kept>()
const enabled = process.env.MAILLAGE_CACHES !== 'off'

/** An index of one search's places stays true until a listing changes; the one used longest ago leaves first. */
export function keptIndex(
  scope: Scope,
  revision: number,
  parts: unknown[],
  make: () => Promise<PlaceIndex>,
  now = performance.now(),
): Promise<PlaceIndex> {
  if (!enabled) return make()
  const key = JSON.stringify([scope, ...parts])
  const known = indexes.get(key)
  indexes.delete(key)
  if (known && (known.revision === revision || (known.places > LARGE && now - known.madeAt < LATE_MS))) {
    indexes.set(key, known)
    return known.index
  }
  const kept: Kept = { revision, madeAt: now, places: 0, index: make() }
  indexes.set(key, kept)
  kept.index.then(
    ({ places }) => {
      kept.places = places
      letGo()
    },
    () => indexes.get(key) === kept && indexes.delete(key),
  )
  return kept.index
}

function letGo() {
  let all = 0
  for (const { places } of indexes.values()) all += places
  for (const [key, { places }] of indexes) {
    if (all <= MOST_PLACES && indexes.size <= 500) return
    indexes.delete(key)
    all -= places
  }
}
