import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { duplicatePair } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { namesOfOrganisations } from '../organisation/names-of-organisations.server.ts'
import { crm } from '../permissions.ts'
import { ordered } from './pairs.ts'

/** « Ce ne sont pas des doublons »: never proposed again until taken back. Said twice, said once. */
export async function setApart(ctx: Context, one: string, other: string): Promise<void> {
  demand(ctx, crm['organisation:merge'])
  const { left, right } = ordered(one, other)
  await inNetwork(ctx, async (tx) => {
    const names = await bothNames(tx, ctx, left, right)
    const said = { apartAt: ctx.clock.now(), apartBy: ctx.account.id }
    // A pair the machine did not find is told apart all the same.
    const told = await tx
      .insert(duplicatePair)
      .values({
        networkId: ctx.network.id,
        leftId: left,
        rightId: right,
        score: 0,
        foundAt: ctx.clock.now(),
        ...said,
      })
      .onConflictDoUpdate({
        target: [duplicatePair.networkId, duplicatePair.leftId, duplicatePair.rightId],
        set: said,
        setWhere: isNull(duplicatePair.apartAt),
      })
      .returning({ left: duplicatePair.leftId })
    if (told.length > 0) await tell(tx, ctx, 'organisation.told_apart', left, right, names)
  })
}

/** Taken back: the pair awaits somebody again. */
export async function setTogether(ctx: Context, one: string, other: string): Promise<void> {
  demand(ctx, crm['organisation:merge'])
  const { left, right } = ordered(one, other)
  await inNetwork(ctx, async (tx) => {
    const names = await bothNames(tx, ctx, left, right)
    const back = await tx
      .update(duplicatePair)
      .set({ apartAt: null, apartBy: null })
      .where(
        and(
          eq(duplicatePair.networkId, ctx.network.id),
          eq(duplicatePair.leftId, left),
          eq(duplicatePair.rightId, right),
          isNotNull(duplicatePair.apartAt),
        ),
      )
      .returning({ left: duplicatePair.leftId })
    if (back.length > 0) await tell(tx, ctx, 'organisation.told_alike', left, right, names)
  })
}

async function bothNames(tx: Transaction, ctx: StaffContext, left: string, right: string) {
  const names = await namesOfOrganisations(tx, ctx, [left, right])
  if (left === right || names.size !== 2) throw notFound()
  return names
}

/** On the history of both. */
async function tell(
  tx: Transaction,
  ctx: StaffContext,
  action: string,
  left: string,
  right: string,
  names: Map<string, string>,
) {
  for (const [objectId, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const changes = { other: names.get(other) }
    await record(tx, ctx, { action, objectType: 'organisation', objectId, changes })
  }
}
