import { and, eq, inArray, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { project } from '#db/schema/projects.ts'
import { readHistory } from '#server/kernel/audit/read-lines.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import { readAround } from './around-project.server.ts'

export type ProjectRecord = Awaited<ReturnType<typeof getProject>>
export type Named = { id: string; name: string; city: string | null; kind: string; listed: boolean }
export type PictureOfRecord = { file: string; name: string; alt: string; credit: string; verdict: string }

const MOST_HISTORY = 20

/** A project as its network's staff sees it, with its last history. */
export async function getProject(ctx: Context, id: string) {
  demand(ctx, projects['project:read'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(project)
      .where(and(eq(project.networkId, ctx.network.id), eq(project.id, id)))
    if (!row) throw notFound()
    const around = await readAround(tx, ctx, id)
    const ids = [...around.holders, ...around.partnersHere]
    const named = ids.length
      ? await tx
          .select({
            id: organisation.id,
            name: organisation.name,
            city: organisation.city,
            kind: organisation.kind,
            listed: sql<boolean>`${organisation.publishedAt} is not null`,
          })
          .from(organisation)
          .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
      : []
    const told = (some: string[]): Named[] => some.flatMap((one) => named.find(({ id }) => id === one) ?? [])
    const { rows: pictures } = await tx.execute<PictureOfRecord>(sql`
      select p.file_id as file, f.name, p.alt, p.credit, f.verdict from project_picture p
      join stored_file f on f.network_id = p.network_id and f.id = p.file_id
      where p.network_id = ${ctx.network.id} and p.project_id = ${id} and f.deleted_at is null
      order by p.position, p.file_id`)
    const history = await readHistory(tx, ctx, 'project', id, MOST_HISTORY)
    const { networkId, search, ...record } = row
    const { partnersThere, funding } = around
    return {
      ...record,
      holders: told(around.holders),
      partnersHere: told(around.partnersHere),
      partnersThere,
      funding,
      pictures,
      history,
    }
  })
}
