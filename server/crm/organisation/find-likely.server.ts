import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import {
  LEAST_LIKENESS,
  type Likeness,
  likenessOf,
  type Resembling,
  type Sought,
  tellingWords,
} from './likeness.ts'

export type LikelyOrganisation = Resembling &
  Likeness & { id: string; kind: string; city: string | null; version: number; published: boolean }

const MOST_SHOWN = 5
/** Looked at for each one sought: names that resemble are judged by more than their letters. */
const MOST_LOOKED_AT = 30
const MOST_WORDS = 10

/** The records that a structure about to be added may well be; the likeliest first, at most five. */
export async function findLikely(ctx: Context, sought: Sought): Promise<LikelyOrganisation[]> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => (await likelyOf(tx, ctx, [sought]))[0]!.slice(0, MOST_SHOWN))
}

/**
 * The same for many at once, in one statement: what an import compares with the network's records. The
 * answers stand in the order of what was sought.
 */
export async function likelyOf(
  tx: Transaction,
  ctx: NetworkContext,
  sought: Sought[],
): Promise<LikelyOrganisation[][]> {
  const asked = sought.map(({ name, acronym, siren, rna }, nth) => ({
    nth,
    words: [...new Set([name, acronym ?? ''].flatMap(tellingWords).filter(Boolean))].slice(0, MOST_WORDS),
    siren: siren ? normaliseIdentifier(siren) : null,
    rna: rna ? normaliseIdentifier(rna) : null,
  }))
  const { rows } = await tx.execute<Omit<LikelyOrganisation, keyof Likeness> & { nth: number }>(sql`
    select l.nth, o.id, o.name, o.acronym, o.aliases, o.former_names as "formerNames", o.siren, o.rna,
      o.insee, o.postal_code as "postalCode", o.city, o.kind, o.version, o.published_at is not null as published
    from (select distinct nth, id
      from definer_search.likely_organisations(${JSON.stringify(asked)}::jsonb, ${MOST_LOOKED_AT})) l
    join organisation o on o.network_id = ${ctx.network.id} and o.id = l.id`)
  const answers: LikelyOrganisation[][] = sought.map(() => [])
  for (const { nth, ...known } of rows) {
    const { siren, rna } = asked[nth]!
    const likeness = likenessOf({ ...sought[nth]!, siren, rna }, known)
    if (likeness.score >= LEAST_LIKENESS) answers[nth]!.push({ ...known, ...likeness })
  }
  for (const answer of answers) answer.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'fr'))
  return answers
}

/** Ids of the records that some words, among others, may name. */
export async function organisationsLikely(tx: Transaction, words: string[]): Promise<string[]> {
  const asked = [{ nth: 0, words: words.flatMap(tellingWords).slice(0, MOST_WORDS) }]
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct id from definer_search.likely_organisations(${JSON.stringify(asked)}::jsonb, ${MOST_LOOKED_AT})`)
  return rows.map(({ id }) => id)
}
