import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { findOrganisations } from './find-organisations.server.ts'

export type OrganisationChoice = { id: string; label: string }
/** What a typed text may mean: nothing, none, the one, or the homonyms among which to choose. */
export type OrganisationMeant =
  | { id: string | null; fault?: undefined }
  | { id?: undefined; fault: 'organisation_unknown' }
  | { id?: undefined; fault: 'organisation_ambiguous'; choices: OrganisationChoice[] }

const MOST_SUGGESTED = 10
const MOST_HOMONYMS = 12

/** As a person writes it and as forms read it back: « Budmo (Bordeaux) ». */
const LABEL = sql`o.name || coalesce(' (' || nullif(o.city, '') || ')', '')`
const labelOf = ({ name, city }: { name: string; city: string | null }) => (city ? `${name} (${city})` : name)

/** Organisations whose names answer what is being typed. */
export async function suggestOrganisations(ctx: Context, typed: string): Promise<OrganisationChoice[]> {
  const { items } = await findOrganisations(ctx, { q: typed, kind: [], page: 1 })
  return items.slice(0, MOST_SUGGESTED).map((item) => ({ id: item.id, label: labelOf(item) }))
}

/** The organisation a form names. `chosen` is the one picked from a list; typed over, it is forgotten. */
export async function organisationMeant(
  ctx: Context,
  typed: string,
  chosen: string | null,
): Promise<OrganisationMeant> {
  demand(ctx, crm['organisation:read'])
  const text = typed.trim().toLowerCase()
  if (!text) return { id: null }
  const choices = await inNetwork(ctx, (tx) =>
    choicesWhere(tx, ctx, sql`lower(o.name) = ${text} or lower(${LABEL}) = ${text}`),
  )
  const picked = choices.find(({ id }) => id === chosen) ?? (choices.length === 1 ? choices[0] : undefined)
  if (picked) return { id: picked.id }
  if (choices.length === 0) return { fault: 'organisation_unknown' }
  return { fault: 'organisation_ambiguous', choices }
}

export async function organisationChoice(ctx: Context, id: string): Promise<OrganisationChoice | null> {
  demand(ctx, crm['organisation:read'])
  const [choice] = await inNetwork(ctx, (tx) => choicesWhere(tx, ctx, sql`o.id = ${id}`))
  return choice ?? null
}

async function choicesWhere(tx: Transaction, ctx: NetworkContext, condition: SQL) {
  const { rows } = await tx.execute<OrganisationChoice>(sql`
    select o.id, ${LABEL} as label from organisation o
    where o.network_id = ${ctx.network.id} and (${condition})
    order by o.name collate "fr-x-icu", o.id limit ${MOST_HOMONYMS}`)
  return rows
}
