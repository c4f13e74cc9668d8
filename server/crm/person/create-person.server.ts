import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { PersonInput, PositionInput } from './person.schema.ts'
import { writePosition } from './write-position.server.ts'

/** Adds somebody, with the first position one knows. Two people who look alike stay two. */
export async function createPerson(
  ctx: Context,
  input: PersonInput,
  position: PositionInput | null = null,
): Promise<{ id: string }> {
  demand(ctx, crm['person:write'])
  const id = v7()
  const now = ctx.clock.now()
  await inNetwork(ctx, async (tx) => {
    await tx
      .insert(person)
      .values({ networkId: ctx.network.id, id, ...input, createdAt: now, updatedAt: now })
    await record(tx, ctx, { action: 'person.created', objectType: 'person', objectId: id })
    if (position) await writePosition(tx, ctx, id, position)
  })
  return { id }
}
