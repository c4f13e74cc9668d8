import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'

/** One slip in a short word, two in a longer one, or when nothing is nearer; very short words are left as typed. */
const slips = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/**
 * Replaces the words no listing has by the nearest one some listing has. Asked only when a search
 * found nothing, so its scan of the vocabulary costs nothing to the others. Null: nothing to mend.
 */
export async function mendTerms(terms: string[]): Promise<string[] | null> {
  const mended = await Promise.all(terms.map(nearest))
  return mended.some((word, index) => word !== terms[index]) ? mended : null
}

async function nearest(term: string): Promise<string> {
  const most = slips(term)
  if (most === 0) return term
  // A swap of two neighbours counts two in Levenshtein's distance and one to the person who typed.
  const reach = Math.max(most, 2)
  const { rows } = await publicDb().execute<{ word: string; distance: number }>(sql`
    select word, distance from (
      select word, levenshtein_less_equal(word, ${term}, ${reach}) as distance
      from listing_word where length(word) between ${term.length - reach} and ${term.length + reach}
    ) near
    where distance <= ${reach} order by distance, abs(length(word) - ${term.length}), word limit 20`)
  const near = rows.find((row) => row.distance <= most || isSwap(row.word, term))
  const acceptable = near ?? (term.length < 6 ? undefined : rows[0])
  return acceptable?.word ?? term
}

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
