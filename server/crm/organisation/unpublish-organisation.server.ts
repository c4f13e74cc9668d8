import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockOrganisation } from './locked-organisation.server.ts'
import { saveRecord } from './save-record.server.ts'

export async function unpublishOrganisation(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['organisation:publish'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockOrganisation(tx, ctx, id)
    if (!row.publishedAt) return
    const line = { action: 'organisation.unpublished', changes: {} }
    await saveRecord(tx, ctx, row, { publishedAt: null }, line)
  })
}
