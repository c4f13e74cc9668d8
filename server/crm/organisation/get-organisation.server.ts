import { and, desc, eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { membership } from '#db/schema/membership.ts'
import { type JournalLine, readHistory } from '#server/kernel/audit/read-lines.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

export type OrganisationRecord = Awaited<ReturnType<typeof getOrganisation>>

const MOST_HISTORY = 20

/** A record as its network's staff sees it, with its last history. */
export async function getOrganisation(ctx: Context, id: string) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, id)))
    if (!row) throw notFound()
    const history = toldOf(await readHistory(tx, ctx, 'organisation', id, MOST_HISTORY))
    const memberships = await tx
      .select({ year: membership.year, college: membership.college })
      .from(membership)
      .where(and(eq(membership.networkId, ctx.network.id), eq(membership.organisationId, id)))
      .orderBy(desc(membership.year))
    const { rows: projects } = await tx.execute<{ id: string; title: string; published: boolean }>(sql`
      select p.id, p.title, p.published_at is not null as published
      from project_holder h join project p on p.network_id = h.network_id and p.id = h.project_id
      where h.network_id = ${ctx.network.id} and h.organisation_id = ${id} order by p.title collate "fr-x-icu"`)
    const { networkId, search, folded, ...record } = row
    return { ...record, history, memberships, projects }
  })
}

/** What was changed of the record itself; why a person was refused stands in the administrators' journal alone. */
export const toldOf = (lines: JournalLine[]) =>
  lines.map((line) => ({ ...line, changes: line.action.startsWith('organisation.') ? line.changes : {} }))
