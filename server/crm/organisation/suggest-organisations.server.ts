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

/**
 * Records meant by their written names, in the same order: exactly one answers, or null. What the search
 * forgives while one types is forgiven to nobody here: a name with a slip is another's, or nobody's.
 */
export async function organisationsMeant(ctx: Context, written: string[]) {
  demand(ctx, crm['organisation:read'])
  const meant: (SuggestedOrganisation | null)[] = []
  // One after the other: a long list does not take every connection.
  for (const line of written) {
    const found = await suggestOrganisations(ctx, line.replace(' — ', ' '), MOST)
    const exact = found.filter((one) =>
      [organisationLabel(one), one.name, one.acronym ?? ''].some((name) => foldText(name) === foldText(line)),
    )
    const [only] = exact.length === 0 ? found.filter((one) => found.length === 1 && says(one, line)) : exact
    meant.push(exact.length > 1 ? null : (only ?? null))
  }
  return meant
}

/** Every word written is the beginning of one of its own. */
function says({ name, acronym, city }: SuggestedOrganisation, line: string): boolean {
  const words = (text: string) =>
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  const own = words([name, acronym, city].join(' '))
  return words(line).every((word) => own.some((one) => one.startsWith(word)))
}
