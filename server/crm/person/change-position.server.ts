import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { personPosition } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { endsBeforeItBegins } from '../errors.ts'
import { namesOfOrganisations } from '../organisation/names-of-organisations.server.ts'
import { crm } from '../permissions.ts'
import { lockPerson } from './locked-person.server.ts'
import type { PositionInput } from './person.schema.ts'
import { writePosition } from './write-position.server.ts'

/** A person may hold several at once, in one organisation or in many. */
export async function addPosition(ctx: Context, personId: string, input: PositionInput) {
  demand(ctx, crm['person:write'])
  return inNetwork(ctx, async (tx) => {
    await lockPerson(tx, ctx, personId)
    return { id: await writePosition(tx, ctx, personId, input) }
  })
}

/** They have left: the position stays, with its end. */
export async function endPosition(ctx: Context, id: string, on?: string): Promise<void> {
  demand(ctx, crm['person:write'])
  const endedOn = on ?? today(ctx.clock, ctx.network.timeZone)
  await inNetwork(ctx, async (tx) => {
    const row = await lockPosition(tx, ctx, id)
    if (row.startedOn && endedOn < row.startedOn) throw endsBeforeItBegins()
    await tx.update(personPosition).set({ endedOn }).where(thisPosition(ctx, id))
    await recordOf(tx, ctx, row, 'person.position_ended')
  })
}

/** Written by mistake: it never was. */
export async function removePosition(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['person:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockPosition(tx, ctx, id)
    await tx.delete(personPosition).where(thisPosition(ctx, id))
    await recordOf(tx, ctx, row, 'person.position_removed')
  })
}

type Position = typeof personPosition.$inferSelect

const thisPosition = (ctx: NetworkContext, id: string) =>
  and(eq(personPosition.networkId, ctx.network.id), eq(personPosition.id, id))

async function lockPosition(tx: Transaction, ctx: NetworkContext, id: string): Promise<Position> {
  const [row] = await tx.select().from(personPosition).where(thisPosition(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

async function recordOf(tx: Transaction, ctx: NetworkContext, row: Position, action: string) {
  const names = await namesOfOrganisations(tx, ctx, [row.organisationId])
  await record(tx, ctx, {
    action,
    objectType: 'person',
    objectId: row.personId,
    changes: { organisation: names.get(row.organisationId) },
  })
}
