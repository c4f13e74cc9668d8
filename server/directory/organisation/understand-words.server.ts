import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, type Scope } from './conditions.server.ts'
import { mendTerms } from './mend-terms.server.ts'
import { canBeUnfinished, searchTerms, type Words } from './search-terms.ts'

/** `mended`: the words searched instead, when no listing has those typed. */
export type Understood = { words: Words; mended: string[] | null }

/**
 * What was typed, as the listings of the scope can answer it: as it stands when its last word is a
 * known one, else as the beginning of a word, else with the nearest known words.
 */
export async function understand(scope: Scope, text: string): Promise<Understood> {
  const terms = searchTerms(text)
  const asTyped = { terms, unfinished: false }
  if (terms.length === 0 || (await isKnown(scope, asTyped))) return { words: asTyped, mended: null }
  const begun = { terms, unfinished: canBeUnfinished(terms) }
  if (await answers(scope, begun)) return { words: begun, mended: null }
  const mended = await mendTerms(terms)
  const instead = { terms: mended ?? [], unfinished: false }
  // Each word may be near one that is known without any listing having them all.
  return mended && (await answers(scope, instead))
    ? { words: instead, mended }
    : { words: begun, mended: null }
}

/** « coop » begins many words and is none: taken as it stands it would hide them, even if one listing has it. */
async function isKnown(scope: Scope, words: Words): Promise<boolean> {
  const known = sql`exists (select 1 from listing_word where word = ${words.terms.at(-1)})`
  return answers(scope, words, known)
}

async function answers(scope: Scope, words: Words, besides: SQL = sql`true`): Promise<boolean> {
  const where = matching(scope, { words, facets: new Map(), member: undefined })
  const { rows } = await publicDb().execute<{ any: boolean }>(
    sql`select ${besides} and exists (select 1 from organisation_listing where ${where}) as any`,
  )
  return rows[0]!.any
}
