import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { project } from '#db/schema/projects.ts'
import { slugify } from '#packages/referentials/text.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notPublishable } from '../errors.ts'
import { writeProjectListing } from '../listing/write-project-listing.server.ts'
import { projects } from '../permissions.ts'
import { showPictures } from '../picture/show-pictures.server.ts'
import { lockProject, type ProjectRow, thisProject } from './locked-project.server.ts'
import { lacking } from './project.ts'

/** Shows a project to the public. Its address is chosen once: published again, it is found where it was. */
export async function publishProject(ctx: Context, id: string): Promise<{ slug: string }> {
  demand(ctx, projects['project:publish'])
  return inNetwork(ctx, async (tx) => {
    return showProject(tx, ctx, await lockProject(tx, ctx, id))
  })
}

/** Of a locked project; who calls has asked who may. */
export async function showProject(
  tx: Transaction,
  ctx: NetworkContext,
  row: ProjectRow,
): Promise<{ slug: string }> {
  if (row.publishedAt && row.slug) return { slug: row.slug }
  const lacks = lacking(row)
  if (lacks.length) throw notPublishable(lacks)
  const now = ctx.clock.now()
  const slug = row.slug ?? (await freeSlug(tx, ctx, row.title))
  const published = { slug, publishedAt: now, updatedAt: now, version: row.version + 1 }
  await tx.update(project).set(published).where(thisProject(row))
  await showPictures(tx, ctx, row.id, true)
  await writeProjectListing(tx, ctx, row.id)
  await record(tx, ctx, { action: 'project.published', objectType: 'project', objectId: row.id })
  return { slug }
}

/** Pages of the panorama that are no project's. */
const PAGES = ['carte', 'points', 'imprimer']

/** The title as an address, numbered when another project of the network has it. */
async function freeSlug(tx: Transaction, ctx: NetworkContext, title: string): Promise<string> {
  const wish = slugify(title, 70)
  // Two people publishing homonyms at once take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext(${`project ${wish}`}))`)
  const { rows } = await tx.execute<{ slug: string }>(
    sql`select slug from project where network_id = ${ctx.network.id} and slug ^@ ${wish}`,
  )
  const taken = new Set([...PAGES, ...rows.map((row) => row.slug)])
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}-${number}`)) return `${wish}-${number}`
}
