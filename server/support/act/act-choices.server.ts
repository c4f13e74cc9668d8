import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationLabels } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'

/** What a form about some organisations offers: how they are called, and their projects. */
export async function actChoices(ctx: Context, organisationIds: string[]) {
  demand(ctx, support['act:read'])
  const labels = await organisationLabels(ctx, organisationIds)
  const organisations = [...labels].map(([id, label]) => ({ id, label }))
  const ids = sql`${sql.param(organisationIds)}::uuid[]`
  return inNetwork(ctx, async (tx) => {
    const { rows: projects } = await tx.execute<{ id: string; title: string }>(sql`
      select distinct p.id, p.title from project_holder h
      join project p on p.network_id = h.network_id and p.id = h.project_id
      where h.network_id = ${ctx.network.id} and h.organisation_id = any (${ids}) order by p.title limit 100`)
    return { organisations, projects }
  })
}
