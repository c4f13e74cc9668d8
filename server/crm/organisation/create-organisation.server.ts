import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notePairsOf } from '../duplicate/note-pairs.server.ts'
import type { OwnValue } from '../own-field/own-field.ts'
import { mergedOwnValues } from '../own-field/read-own-values.ts'
import { crm } from '../permissions.ts'
import { demandParent } from './branches.server.ts'
import type { OrganisationInput } from './organisation.schema.ts'
import { seatOf } from './place.server.ts'

export async function createOrganisation(
  ctx: Context,
  input: OrganisationInput,
  own: Record<string, OwnValue | null> = {},
): Promise<{ id: string }> {
  demand(ctx, crm['organisation:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { point, ...fields } = input
  await inNetwork(ctx, async (tx) => {
    await demandParent(tx, ctx, id, input.parentId)
    const values = {
      networkId: ctx.network.id,
      id,
      ...fields,
      ...seatOf(input),
      ownFields: mergedOwnValues({}, own),
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
