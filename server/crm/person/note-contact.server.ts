import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockPerson, thisPerson } from './locked-person.server.ts'

/** A real exchange happened today: what is kept of them counts from there. Said twice, it is written once. */
export async function noteContact(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['person:write'])
  const lastContactOn = today(ctx.clock, ctx.network.timeZone)
  await inNetwork(ctx, async (tx) => {
    const before = await lockPerson(tx, ctx, id)
    if (before.lastContactOn === lastContactOn) return
    const next = { lastContactOn, version: before.version + 1, updatedAt: ctx.clock.now() }
    await tx.update(person).set(next).where(thisPerson(ctx, id))
    await record(tx, ctx, { action: 'person.contacted', objectType: 'person', objectId: id })
  })
}
