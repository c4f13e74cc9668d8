import type { Client } from 'pg'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { anOrganisation } from './organisations.ts'
import { aPerson, contextOf } from './people.ts'

export async function staffOf(superuser: Client, slug: string): Promise<StaffContext> {
  return contextOf(slug, await aPerson(superuser, { [slug]: 'staff' })) as StaffContext
}

/** An organisation the public sees, made as staff make it. */
export async function aListing(staff: StaffContext, given: Parameters<typeof anOrganisation>[0] = {}) {
  const { id } = await createOrganisation(staff, anOrganisation(given))
  const { slug } = await publishOrganisation(staff, id)
  return { id, slug, network: staff.network.slug }
}

/** How many rows every table holds that a visitor could add to: equal before and after means nothing was written. */
export async function rowCounts(owner: Client, superuser: Client): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const counted = rows.map(
    ({ name }) => `select '${name}' as name, count(*)::int as count from public.${name}`,
  )
  const { rows: counts } = await superuser.query<{ name: string; count: number }>(counted.join(' union all '))
  return Object.fromEntries(counts.map(({ name, count }) => [name, count]))
}
