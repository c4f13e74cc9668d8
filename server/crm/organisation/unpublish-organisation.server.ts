import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { removeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockOrganisation, thisOrganisation } from './locked-organisation.server.ts'

export async function unpublishOrganisation(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['organisation:publish'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockOrganisation(tx, ctx, id)
    if (!row.publishedAt) return
    const hidden = { publishedAt: null, updatedAt: ctx.clock.now(), version: row.version + 1 }
    await tx.update(organisation).set(hidden).where(thisOrganisation(row))
    await removeListing(tx, ctx, id)
    await record(tx, ctx, { action: 'organisation.unpublished', objectType: 'organisation', objectId: id })
  })
}
