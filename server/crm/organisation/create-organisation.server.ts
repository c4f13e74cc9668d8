import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import { crm } from '../permissions.ts'
import type { OrganisationInput } from './organisation.schema.ts'
import { placeOf } from './place.server.ts'

export async function createOrganisation(ctx: Context, input: OrganisationInput): Promise<{ id: string }> {
  demand(ctx, crm['organisation:write'])
  const id = v7()
  const now = ctx.clock.now()
  await inNetwork(ctx, async (tx) => {
    const values = {
      networkId: ctx.network.id,
      id,
      ...input,
      ...placeOf(input.insee, input.postalCode),
      createdAt: now,
      updatedAt: now,
    }
    await tx.insert(organisation).values(values)
    await notePairsOf(tx, ctx, id)
    await record(tx, ctx, {
      action: 'organisation.created',
      objectType: 'organisation',
      objectId: id,
      changes: { name: input.name },
    })
  })
  return { id }
}
