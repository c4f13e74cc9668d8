import { inNetwork } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import { lastAuthor } from '#server/kernel/audit/last-author.server.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { changesBetween } from '../organisation/changes.ts'
import { crm } from '../permissions.ts'
import { lockPerson, thisPerson } from './locked-person.server.ts'
import type { PersonInput } from './person.schema.ts'

/**
 * Saves the whole form; nothing when somebody saved since it was opened. History keeps which fields
 * changed and not what they held, or a person could not be erased from it.
 */
export async function updatePerson(ctx: Context, id: string, version: number, input: PersonInput) {
  demand(ctx, crm['person:write'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockPerson(tx, ctx, id)
    if (before.version !== version)
      throw changedMeanwhile(await lastAuthor(tx, ctx, 'person', id), before.version)
    const fields = Object.keys(changesBetween(before, input))
    if (fields.length === 0) return { version }
    const next = { ...input, version: version + 1, updatedAt: ctx.clock.now() }
    await tx.update(person).set(next).where(thisPerson(ctx, id))
    const line = { action: 'person.updated', objectType: 'person', objectId: id }
    await record(tx, ctx, { ...line, changes: { fields } })
    return { version: next.version }
  })
}
