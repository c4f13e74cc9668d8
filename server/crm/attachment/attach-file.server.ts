import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'

/** Keeps a document with an organisation's record, for the network's staff alone. */
export async function attachFile(ctx: Context, organisationId: string, upload: Upload) {
  demand(ctx, crm['organisation:write'])
  const owner = { ownerType: 'organisation', ownerId: organisationId }
  return storeFile(ctx, { ...owner, upload }, async (tx, { name }) => {
    await lockOrganisation(tx, ctx, organisationId)
    await record(tx, ctx, {
      action: 'organisation.file_attached',
      objectType: 'organisation',
      objectId: organisationId,
      changes: { file: { from: null, to: name } },
    })
  })
}
