import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { findFiles } from '#server/kernel/files/find-files.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

/** The documents kept with a record of this network, and its name. */
export async function findAttachments(ctx: Context, organisationId: string) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, organisationId)))
    if (!row) throw notFound()
    const owner = { ownerType: 'organisation', ownerId: organisationId }
    return { name: row.name, files: await findFiles(tx, ctx, owner) }
  })
}
