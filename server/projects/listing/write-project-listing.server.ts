import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { type ListedPicture, project, projectListing } from '#db/schema/projects.ts'
import { forgetWords, keepWords, raiseRevision } from '#server/directory/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { readAround } from '../project/around-project.server.ts'
import { type Around, projectListingOf } from './project-listing.ts'

/**
 * Writes what the public reads of a published project, in the transaction of the act that changed it. Held
 * first: one that is being withdrawn is then read as it was left.
 */
export async function writeProjectListing(tx: Transaction, ctx: NetworkContext, id: string) {
  const networkId = ctx.network.id
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.networkId, networkId), eq(project.id, id)))
    .for('no key update')
  if (!row?.publishedAt || !row.slug) return
  const { holders, partnersHere, partnersThere, funding } = await readAround(tx, ctx, id)
  const known = await organisationsNamed(tx, networkId, [...holders, ...partnersHere])
  const told = (ids: string[]) => ids.flatMap((one) => known.get(one) ?? [])
  const { words, facets, ...published } = projectListingOf({
    ...row,
    holders: told(holders),
    partnersHere: told(partnersHere),
    partnersThere,
    funders: funding.map(({ funder }) => funder),
    pictures: await picturesOf(tx, networkId, id),
  })
  const fields = {
    ...published,
    search: sql<string>`listing_search(${words}, ${sql.param(facets)}::text[])`,
    slug: row.slug,
    publishedAt: row.publishedAt,
    updatedAt: ctx.clock.now(),
  }
  await tx
    .insert(projectListing)
    .values({ networkId, ...fields })
    .onConflictDoUpdate({ target: [projectListing.networkId, projectListing.id], set: fields })
  await keepWords(tx, words)
  if (row.countryOnly) {
    const kept = [row.place, ...partnersThere.flatMap(({ name, place }) => [name, place])]
    await forgetWords(tx, ...kept.filter((one) => one !== null))
  }
  // Published again, it shows again where other networks confirmed it.
  await refreshProjectNetworks(tx, networkId, id)
  await raiseRevision(tx, ctx)
}

/** Where a project shows follows from what both ends say; see db/functions. */
export async function refreshProjectNetworks(tx: Transaction, ownerId: number, projectId: string) {
  await tx.execute(sql`select definer_identity.refresh_project_networks(${ownerId}::int, ${projectId}::uuid)`)
}

/**
 * Organisations were published, renamed or withdrawn: the listings of the projects around them follow,
 * in their own network and, where one holds a project of another, in that one.
 */
export async function refreshProjectsOf(tx: Transaction, ctx: NetworkContext, ...organisationIds: string[]) {
  if (organisationIds.length === 0) return
  const mine = sql`organisation_id = any (${sql.param(organisationIds)}::uuid[])`
  const { rows } = await tx.execute<{ owner: number; id: string }>(sql`
    select ${ctx.network.id}::int as owner, p.id from project p
    where p.network_id = ${ctx.network.id} and p.published_at is not null and p.id in (
      select project_id from project_holder
        where network_id = ${ctx.network.id} and ${mine}
      union select project_id from project_partner_here
        where network_id = ${ctx.network.id} and ${mine})
    union
    select t.network_id, t.project_id from project_tie_answer a join project_tie t
      on t.other_network_id = a.network_id and t.id = a.id
    where a.network_id = ${ctx.network.id} and a.${mine}
    order by owner, id`)
  for (const { owner, id } of rows) {
    if (owner === ctx.network.id) await writeProjectListing(tx, ctx, id)
    else await refreshProjectNetworks(tx, owner, id)
  }
}

async function organisationsNamed(tx: Transaction, networkId: number, ids: string[]) {
  const { rows } = await tx.execute<Around>(sql`
    select id, name, acronym, kind, published_at is not null and shown_to_networks as told
    from organisation
    where network_id = ${networkId} and id = any (${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((one) => [one.id, one]))
}

async function picturesOf(tx: Transaction, networkId: number, id: string): Promise<ListedPicture[]> {
  const { rows } = await tx.execute<ListedPicture>(sql`
    select p.file_id as file, p.alt, p.credit from project_picture p
    join stored_file f on f.network_id = p.network_id and f.id = p.file_id
    where p.network_id = ${networkId} and p.project_id = ${id} and f.deleted_at is null
      and f.verdict <> 'infected'
    order by p.position, p.file_id`)
  return rows
}
