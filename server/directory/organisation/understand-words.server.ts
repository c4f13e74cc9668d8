import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, type Scope } from './conditions.server.ts'
import { mendTerms } from './mend-terms.server.ts'
import { canBeUnfinished, searchTerms, type Words } from './search-terms.ts'

/** `mended`: the words searched instead, when no listing has those typed. */
export type Understood = { words: Words; mended: string[] | null }

/** Whether any listing answers these words, under one more condition. */
export type Answers = (words: Words, besides: SQL) => Promise<boolean>

/** What was typed, as the organisations of the scope can answer it. */
export function understand(scope: Scope, text: string): Promise<Understood> {
  return understandWords(text, async (words, besides) => {
    const where = matching(scope, { words, facets: new Map(), member: undefined, networks: null })
    const { rows } = await publicDb().execute<{ any: boolean }>(
      sql`select ${besides} and exists (select 1 from organisation_listing where ${where}) as any`,
    )
    return rows[0]!.any
  })
}

/**
 * What was typed, as listings can answer it: as it stands when its last word is a known one, else as the
 * beginning of a word, else with the nearest known words.
 */
export async function understandWords(text: string, answers: Answers): Promise<Understood> {
  const terms = searchTerms(text)
  const asTyped = { terms, unfinished: false }
  if (terms.length === 0 || (await answers(asTyped, isWord(terms)))) return { words: asTyped, mended: null }
  const begun = { terms, unfinished: canBeUnfinished(terms) }
  if (await answers(begun, sql`true`)) return { words: begun, mended: null }
  const mended = await mendTerms(terms)
  const instead = { terms: mended ?? [], unfinished: false }
  // Each word may be near one that is known without any listing having them all.
  return mended && (await answers(instead, sql`true`))
    ? { words: instead, mended }
    : { words: begun, mended: null }
}

/** « coop » begins many words and is none: taken as it stands it would hide them, even if one listing has it. */
const isWord = (terms: string[]) => sql`exists (select 1 from listing_word where word = ${terms.at(-1)})`
