import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationRedirect } from '#db/schema/crm.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
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
