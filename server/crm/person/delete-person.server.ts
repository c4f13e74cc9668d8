import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockPerson, thisPerson } from './locked-person.server.ts'

/** Erases somebody for good, positions included; history says that a person was erased, and not who. */
export async function deletePerson(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['person:delete'])
  await inNetwork(ctx, async (tx) => {
    await lockPerson(tx, ctx, id)
    await tx.delete(person).where(thisPerson(ctx, id))
    await record(tx, ctx, { action: 'person.erased', objectType: 'person', objectId: id })
  })
}
