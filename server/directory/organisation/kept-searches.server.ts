import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { Scope } from './conditions.server.ts'

const MOST = 1000
const searches = new Map<string, { revision: number; answer: Promise<unknown> }>()
const enabled = process.env.MAILLAGE_CACHES !== 'off'

/**
 * An answer stays true until a listing changes, which every publishing act says by raising the
 * revision in its own transaction: whoever publishes sees it at once, on every machine. A listing of
 * any network counts: those of one organisation name each other, and words mend searches everywhere.
 * The one used longest ago leaves first.
 */
export function kept<T>(scope: Scope, revision: number, parts: unknown[], ask: () => Promise<T>): Promise<T> {
  if (!enabled) return ask()
  const key = JSON.stringify([scope, ...parts])
  const known = searches.get(key)
  searches.delete(key)
  const answer = known?.revision === revision ? (known.answer as Promise<T>) : ask()
  searches.set(key, { revision, answer })
  answer.catch(() => searches.delete(key))
  if (searches.size > MOST) searches.delete(searches.keys().next().value as string)
  return answer
}

export async function currentRevision(): Promise<number> {
  if (!enabled) return 0
  const { rows } = await publicDb().execute<{ revision: number | null }>(
    sql`select sum(revision)::bigint as revision from listing_revision`,
  )
  return rows[0]?.revision ?? 0
}
