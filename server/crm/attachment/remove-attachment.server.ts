import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { removeFile } from '#server/kernel/files/remove-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'

export async function removeAttachment(ctx: Context, organisationId: string, fileId: string) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    await lockOrganisation(tx, ctx, organisationId)
    const file = { id: fileId, ownerType: 'organisation', ownerId: organisationId }
    const name = await removeFile(tx, ctx, file)
    await record(tx, ctx, {
      action: 'organisation.file_removed',
      objectType: 'organisation',
      objectId: organisationId,
      changes: { file: { from: name, to: null } },
    })
  })
}
