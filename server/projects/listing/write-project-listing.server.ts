import { and, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { type ListedPicture, project, projectListing } from '#db/schema/projects.ts'
import { forgetWords, keepWords, raiseRevision } from '#server/directory/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { readAroundEach } from '../project/around-project.server.ts'
import { type Around, projectListingOf } from './project-listing.ts'

/** Their statements take forty values each, and one takes 65,535. */
const AT_ONCE = 500

/** Writes what the public reads of a published project, in the transaction of the act that changed it. */
export const writeProjectListing = (tx: Transaction, ctx: NetworkContext, id: string) =>
  writeProjectListings(tx, ctx, [id])

/**
 * The same of many, in as many statements as of one. Held first, in the order of their ids: one that is
 * being withdrawn is then read as it was left.
 */
async function writeProjectListings(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const networkId = ctx.network.id
  const held = await tx
    .select()
    .from(project)
    .where(and(eq(project.networkId, networkId), inArray(project.id, ids)))
    .orderBy(project.id)
    .for('no key update')
  const shown = held.flatMap(({ slug, publishedAt, ...row }) =>
    slug && publishedAt ? [{ ...row, slug, publishedAt }] : [],
  )
  if (shown.length === 0) return
  const shownIds = shown.map(({ id }) => id)
  const around = await readAroundEach(tx, ctx, shownIds)
  const named = [...around.values()].flatMap(({ holders, partnersHere }) => [...holders, ...partnersHere])
  const known = await organisationsNamed(tx, networkId, [...new Set(named)])
  const told = (some: string[]) => some.flatMap((one) => known.get(one) ?? [])
  const pictures = await picturesOf(tx, networkId, shownIds)
  const listings = shown.map((row) => {
    const { holders, partnersHere, partnersThere, funding } = around.get(row.id)!
    const listing = projectListingOf({
      ...row,
      holders: told(holders),
      partnersHere: told(partnersHere),
      partnersThere,
      funders: funding.map(({ funder }) => funder),
      pictures: pictures.get(row.id) ?? [],
    })
    return { row, partnersThere, listing }
  })
  const rows = listings.map(({ row: { slug, publishedAt }, listing: { words, facets, ...published } }) => ({
    ...published,
    networkId,
    search: sql<string>`listing_search(${words}, ${sql.param(facets)}::text[])`,
    slug,
    publishedAt,
    updatedAt: ctx.clock.now(),
  }))
  const target = [projectListing.networkId, projectListing.id]
  await tx
    .insert(projectListing)
    .values(rows)
    .onConflictDoUpdate({ target, set: asGiven(rows[0]!) })
  await keepWords(tx, ...listings.map(({ listing }) => listing.words))
  const hidden = listings.flatMap(({ row: { countryOnly, place }, partnersThere }) =>
    countryOnly ? [place, ...partnersThere.flatMap((one) => [one.name, one.place])] : [],
  )
  const gone = hidden.filter((one) => one !== null)
  if (gone.length > 0) await forgetWords(tx, ...gone)
  // Published again, it shows again where other networks confirmed it.
  await refreshProjectNetworks(tx, networkId, shownIds)
  await raiseRevision(tx, ctx)
}

const asGiven = (row: object) =>
  Object.fromEntries(
    Object.entries(getTableColumns(projectListing))
      .filter(([key]) => key in row && key !== 'networkId' && key !== 'id')
      .map(([key, { name }]) => [key, sql.raw(`excluded.${name}`)]),
  )

/** Where a project shows follows from what both ends say; see db/functions. */
export async function refreshProjectNetworks(tx: Transaction, ownerId: number, projectIds: string[]) {
  await tx.execute(sql`select definer_identity.refresh_project_networks(${ownerId}::int, asked.id)
    from unnest(${sql.param(projectIds)}::uuid[]) as asked (id)`)
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
  for (const [owner, some] of Map.groupBy(rows, (row) => row.owner)) {
    const ids = some.map(({ id }) => id)
    if (owner !== ctx.network.id) await refreshProjectNetworks(tx, owner, ids)
    else
      for (let at = 0; at < ids.length; at += AT_ONCE)
        await writeProjectListings(tx, ctx, ids.slice(at, at + AT_ONCE))
  }
}

async function organisationsNamed(tx: Transaction, networkId: number, ids: string[]) {
  const { rows } = await tx.execute<Around>(sql`
    select id, name, acronym, kind, published_at is not null and shown_to_networks as told
    from organisation
    where network_id = ${networkId} and id = any (${sql.param(ids)}::uuid[])`)
  return new Map(rows.map((one) => [one.id, one]))
}

async function picturesOf(tx: Transaction, networkId: number, ids: string[]) {
  const { rows } = await tx.execute<{ project: string; picture: ListedPicture }>(sql`
    select p.project_id as project,
      jsonb_build_object('file', p.file_id, 'alt', p.alt, 'credit', p.credit) as picture
    from project_picture p
    join stored_file f on f.network_id = p.network_id and f.id = p.file_id
    where p.network_id = ${networkId} and p.project_id = any (${sql.param(ids)}::uuid[])
      and f.deleted_at is null and f.verdict <> 'infected'
    order by p.position, p.file_id`)
  const pictures = new Map<string, ListedPicture[]>()
  for (const { project, picture } of rows) pictures.set(project, [...(pictures.get(project) ?? []), picture])
  return pictures
}
