import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { searchTerms } from '#server/directory/public.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'

type Found = { id: string; name: string; city: string | null; twins: number }

/** As a person writes it and as the form reads it back: « Floki (Bordeaux) », numbered when two are alike. */
export function organisationLabel({ id, name, city, twins }: Found): string {
  const label = city ? `${name} (${city})` : name
  return twins > 1 ? `${label} #${id.slice(-6)}` : label
}

const TWINS = sql`(select count(*)::int from organisation n where n.network_id = o.network_id
  and n.name collate "fr-x-icu" = o.name and n.city is not distinct from o.city) as twins`

const MOST_SUGGESTED = 10

export async function suggestOrganisations(ctx: Context, typed: string): Promise<string[]> {
  demand(ctx, projects['project:read'])
  const terms = searchTerms(typed)
  if (terms.length === 0) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Found>(sql`
      select o.id, o.name, o.city, ${TWINS}
      from definer_search.found_organisations(${sql.param(terms)}::text[], true, 0, ${MOST_SUGGESTED}, false) s
      join organisation o on o.network_id = ${ctx.network.id} and o.id = s.id
      order by s.place`)
    return rows.map(organisationLabel)
  })
}

/** How each of these is written in the form. */
export async function labelsOf(ctx: Context, ids: string[]): Promise<Map<string, string>> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Found>(sql`select o.id, o.name, o.city, ${TWINS} from organisation o
      where o.network_id = ${ctx.network.id} and o.id = any (${sql.param(ids)}::uuid[])`)
    return new Map(rows.map((one) => [one.id, organisationLabel(one)]))
  })
}

export type Meant = { ids: string[]; unknown: string[]; ambiguous: string[] }

/** The organisations written in a form; those nobody answers to, and those that may be several, apart. */
export async function organisationsMeant(ctx: Context, written: string[]): Promise<Meant> {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const meant: Meant = { ids: [], unknown: [], ambiguous: [] }
    for (const text of written.map((one) => one.trim()).filter(Boolean)) {
      const found = await named(ctx, tx, text)
      if (found.length === 1) meant.ids.push(found[0]!.id)
      else if (found.length === 0) meant.unknown.push(text)
      else meant.ambiguous.push(...found.map(organisationLabel))
    }
    return meant
  })
}

async function named(ctx: StaffContext, tx: Parameters<Parameters<typeof inNetwork>[1]>[0], text: string) {
  const number = text.match(/ #([0-9a-f]{6})$/)?.[1]
  const label = number ? text.slice(0, -8) : text
  const [, name, city] = label.match(/^(.*) \(([^()]*)\)$/) ?? []
  const asLabelled = city === undefined ? sql`false` : sql`(o.name = ${name} and o.city = ${city})`
  const { rows } = await tx.execute<Found>(sql`select o.id, o.name, o.city, ${TWINS} from organisation o
    where o.network_id = ${ctx.network.id} and (lower(o.name) = lower(${label}) or ${asLabelled})
      and (${number ?? null}::text is null or right(o.id::text, 6) = ${number ?? null})
    order by o.city, o.id limit 12`)
  return rows
}
