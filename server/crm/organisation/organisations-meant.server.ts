import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { searchedOrganisations } from './searched.server.ts'

export type OrganisationChoice = { id: string; label: string }
/** What a typed text may mean: nothing, none, the one, or the homonyms among which to choose. */
export type OrganisationMeant =
  | { id: string | null; fault?: undefined }
  | { id?: undefined; fault: 'organisation_unknown' }
  | { id?: undefined; fault: 'organisation_ambiguous'; choices: OrganisationChoice[] }
export type SuggestedOrganisation = OrganisationChoice & {
  name: string
  acronym: string | null
  kind: string
  city: string | null
}

const MOST_SUGGESTED = 8
const MOST_HOMONYMS = 12
const DIGITS = 6

const IN_ITS_CITY = sql`o.name || coalesce(' (' || nullif(o.city, '') || ')', '')`
/** As a person writes it and as forms read it back: « Budmo (Bordeaux) », numbered when two are alike. */
const LABEL = sql`${IN_ITS_CITY} || case when exists (select from organisation n
    where n.network_id = o.network_id and n.id <> o.id and n.name collate "fr-x-icu" = o.name
      and n.city is not distinct from o.city)
  then ' #' || right(o.id::text, ${DIGITS}) else '' end`

/** The records that answer what somebody is typing, the best first. */
export async function suggestOrganisations(
  ctx: Context,
  typed: string,
  most = MOST_SUGGESTED,
): Promise<SuggestedOrganisation[]> {
  demand(ctx, crm['organisation:read'])
  const searched = searchedOrganisations(typed, { skip: 0, take: most }, true)
  if (!searched) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<SuggestedOrganisation>(sql`
      select o.id, ${LABEL} as label, o.name, o.acronym, o.kind, o.city
      from (${searched}) f join organisation o on o.network_id = ${ctx.network.id} and o.id = f.id
      order by f.place`)
    return rows
  })
}

/** How each of these is written in a form. */
export async function organisationLabels(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  demand(ctx, crm['organisation:read'])
  const choices = await inNetwork(ctx, (tx) =>
    choicesWhere(tx, ctx, sql`o.id = any (${sql.param(ids)}::uuid[])`, ids.length),
  )
  return new Map(choices.map(({ id, label }) => [id, label]))
}

export async function organisationChoice(ctx: Context, id: string): Promise<OrganisationChoice | null> {
  const label = (await organisationLabels(ctx, [id])).get(id)
  return label === undefined ? null : { id, label }
}

/** The organisation a form names. `chosen` is the one picked from a list; typed over, it is forgotten. */
export async function organisationMeant(
  ctx: Context,
  typed: string,
  chosen: string | null,
): Promise<OrganisationMeant> {
  const [meant] = await organisationsMeant(ctx, [typed])
  if (meant!.fault !== 'organisation_ambiguous') return meant!
  const picked = meant!.choices.find(({ id }) => id === chosen)
  return picked ? { id: picked.id } : meant!
}

/**
 * What each of these texts means, in their order. What the search forgives while one types is forgiven to
 * nobody here: a name with a slip is another's, or nobody's. Accents are no slip, unless they tell two apart.
 */
export async function organisationsMeant(ctx: Context, written: string[]): Promise<OrganisationMeant[]> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const all: OrganisationMeant[] = []
    for (const text of written) all.push(await meantBy(tx, ctx, text.trim()))
    return all
  })
}

async function meantBy(tx: Transaction, ctx: NetworkContext, text: string): Promise<OrganisationMeant> {
  if (!text) return { id: null }
  const number = text.match(/ #([0-9a-f]{6})$/)?.[1]
  const said = (number ? text.slice(0, -DIGITS - 2) : text).toLowerCase()
  const numbered = number ? sql`right(o.id::text, ${DIGITS}) = ${number}` : sql`true`
  const named = sql`(lower(o.name) = ${said} or lower(${IN_ITS_CITY}) = ${said}) and ${numbered}`
  let choices = await choicesWhere(tx, ctx, named)
  // A name comes before the letters of another's.
  if (choices.length === 0) choices = await choicesWhere(tx, ctx, sql`lower(o.acronym) = ${said}`)
  if (choices.length === 0 && /[\p{L}\p{N}]/u.test(said))
    choices = await choicesWhere(tx, ctx, sql`${unaccented(said)} and ${numbered}`)
  if (choices.length === 0) return { fault: 'organisation_unknown' }
  return choices.length === 1 ? { id: choices[0]!.id } : { fault: 'organisation_ambiguous', choices }
}

/** The name, with its town or without, then the acronym, in their stored spelling without accents. */
const unaccented = (said: string) => sql`folded(${said}) in (split_part(o.folded, E'\n', 1),
  split_part(o.folded, E'\n', 1) || ' ' || split_part(o.folded, E'\n', 4), split_part(o.folded, E'\n', 2))`

async function choicesWhere(
  tx: Transaction,
  ctx: NetworkContext,
  condition: SQL,
  most = MOST_HOMONYMS,
): Promise<OrganisationChoice[]> {
  const { rows } = await tx.execute<OrganisationChoice>(sql`
    select o.id, ${LABEL} as label from organisation o
    where o.network_id = ${ctx.network.id} and (${condition})
    order by o.name collate "fr-x-icu", o.city, o.id limit ${most}`)
  return rows
}
