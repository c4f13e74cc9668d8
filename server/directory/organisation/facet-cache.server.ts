import type { Counts } from './count-facets.server.ts'

const MOST = 2000
const kept = new Map<string, { revision: number; counts: Promise<Counts> }>()
let enabled = process.env.MAILLAGE_CACHES !== 'off'

/** For measures: what a search costs when nothing was kept. */
export function useFacetCache(use: boolean) {
  enabled = use
  kept.clear()
}

/**
 * Counts stay true until a listing of the scope changes, which every publishing act says by raising
 * the revision: a reader who publishes sees it at once, on every machine. The oldest used leaves first.
 */
export function cached(parts: unknown[], revision: number, count: () => Promise<Counts>): Promise<Counts> {
  if (!enabled) return count()
  const key = JSON.stringify(parts)
  const known = kept.get(key)
  kept.delete(key)
  const counts = known?.revision === revision ? known.counts : count()
  kept.set(key, { revision, counts })
  counts.catch(() => kept.delete(key))
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
  return counts
}
