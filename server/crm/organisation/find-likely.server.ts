import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { tellingWords } from './compared-name.ts'
import { LEAST_LIKENESS, type Likeness, likenessOf, type Resembling, type Sought } from './likeness.ts'

export type LikelyOrganisation = Resembling &
  Likeness & { id: string; kind: string; city: string | null; version: number; published: boolean }

const MOST_SHOWN = 5
/** Looked at for each one sought: names that resemble are judged by more than their letters. */
const MOST_LOOKED_AT = 30
const MOST_WORDS = 10

/** The records that a structure about to be added may well be; the likeliest first, at most five. */
export async function findLikely(ctx: Context, sought: Sought): Promise<LikelyOrganisation[]> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => (await likelyOf(tx, ctx, sought)).slice(0, MOST_SHOWN))
}

/** The same, every one of them, for acts whose door is another. */
export async function likelyOf(
  tx: Transaction,
  ctx: NetworkContext,
  sought: Sought,
): Promise<LikelyOrganisation[]> {
  const { name, acronym } = sought
  const siren = sought.siren ? normaliseIdentifier(sought.siren) : null
  const rna = sought.rna ? normaliseIdentifier(sought.rna) : null
  const words = [...new Set([name, acronym ?? ''].flatMap(tellingWords).filter(Boolean))].slice(0, MOST_WORDS)
  const asked = [{ nth: 0, words, siren, rna }]
  const { rows } = await tx.execute<Omit<LikelyOrganisation, keyof Likeness>>(sql`
    select o.id, o.name, o.acronym, o.aliases, o.former_names as "formerNames", o.siren, o.rna,
      o.insee, o.postal_code as "postalCode", o.city, o.kind, o.version, o.published_at is not null as published
    from (select distinct id
      from definer_search.likely_organisations(${JSON.stringify(asked)}::jsonb, ${MOST_LOOKED_AT})) l
    join organisation o on o.network_id = ${ctx.network.id} and o.id = l.id`)
  const likely = rows
    .map((known) => ({ ...known, ...likenessOf({ ...sought, siren, rna }, known) }))
    .filter(({ score }) => score >= LEAST_LIKENESS)
  return likely.sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'fr'))
}

/** Ids of the records that some words, among others, may name. */
export async function organisationsLikely(tx: Transaction, words: string[]): Promise<string[]> {
  const asked = [{ nth: 0, words: words.flatMap(tellingWords).slice(0, MOST_WORDS) }]
  const { rows } = await tx.execute<{ id: string }>(sql`
    select distinct id from definer_search.likely_organisations(${JSON.stringify(asked)}::jsonb, ${MOST_LOOKED_AT})`)
  return rows.map(({ id }) => id)
}
