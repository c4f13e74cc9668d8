import { and, eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationRedirect } from '#db/schema/crm.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { memberGrants } from '../page/keeper.server.ts'
import { crm } from '../permissions.ts'

/** The record that stands for one that was merged; null when the id never was one. */
export async function keptInstead(ctx: Context, id: string): Promise<string | null> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select({ id: organisationRedirect.keptId })
      .from(organisationRedirect)
      .where(and(eq(organisationRedirect.networkId, ctx.network.id), eq(organisationRedirect.oldId, id)))
    return found?.id ?? null
  })
}

/** The same for one's own page: its grants went to the kept record, whose people alone are told of it. */
export async function keptOwn(ctx: Context, id: string): Promise<string | null> {
  demand(ctx, crm['page:keep'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      select r.kept_id as id from organisation_redirect r join grant_organisation g
        on g.network_id = r.network_id and g.organisation_id = r.kept_id
      where r.network_id = ${ctx.network.id} and r.old_id = ${id}
        and g.grant_id = any (${sql.param(memberGrants(ctx))}::uuid[]) limit 1`)
    return rows[0]?.id ?? null
  })
}
