import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { searchedOrganisations } from './searched.server.ts'

export type SuggestedOrganisation = {
  id: string
  name: string
  acronym: string | null
  kind: string
  city: string | null
}

const MOST = 8

/** The records that answer what somebody is typing, the best first. */
export async function suggestOrganisations(
  ctx: Context,
  q: string,
  most = MOST,
): Promise<SuggestedOrganisation[]> {
  demand(ctx, crm['organisation:read'])
  const searched = searchedOrganisations(q, { skip: 0, take: most }, true)
  if (!searched) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<SuggestedOrganisation>(sql`
      select o.id, o.name, o.acronym, o.kind, o.city
      from (${searched}) f join organisation o on o.network_id = ${ctx.network.id} and o.id = f.id
      order by f.place`)
    return rows
  })
}

/** How a record is told from its namesakes, in one line. */
export const organisationLabel = ({ name, city }: { name: string; city: string | null }) =>
  city ? `${name} — ${city}` : name

/** Records meant by their written names, in the same order: exactly one answers, or null. */
export async function organisationsMeant(ctx: Context, written: string[]) {
  demand(ctx, crm['organisation:read'])
  return Promise.all(
    written.map(async (line) => {
      const found = await suggestOrganisations(ctx, line.replace(' — ', ' '), MOST)
      const exact = found.filter((one) =>
        [organisationLabel(one), one.name, one.acronym ?? ''].some(
          (name) => foldText(name) === foldText(line),
        ),
      )
      return exact.length === 1 ? exact[0]! : found.length === 1 ? found[0]! : null
    }),
  )
}
