import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierCondition, sittingItem } from '#db/schema/dispositifs/sitting.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { changedMeanwhile, conditionPast, quorumMissing, tieFound } from '../errors.ts'
import { refreshSitting } from '../instruction/refresh-conflicts.server.ts'
import { type DossierState, nextStates } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { stepsOf } from '../session/steps-of.ts'
import { barredMembers, isThere, membersOf } from './in-room.server.ts'
import { openSitting, touched } from './locked-sitting.server.ts'
import type { OpinionInput } from './sitting.schema.ts'

/**
 * What the jury says of a file. Enough of its members must be in the room, those who left for it not counted;
 * who left is kept with the opinion. The dossier goes on to `opined`, except one that is put off.
 */
export async function giveOpinion(
  ctx: Context,
  sittingId: string,
  itemId: string,
  version: number,
  input: OpinionInput,
) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { round, quorum, startsAt } = await openSitting(tx, ctx, sittingId)
    const item = await lockItem(tx, ctx, sittingId, itemId, round)
    if (item.version !== version) throw changedMeanwhile(item.version)
    if (input.opinion === 'reservations') demandToCome(ctx, startsAt, input.conditions)
    const members = await membersOf(tx, ctx, sittingId, round)
    // Said to who writes before it counts: the page told them of another room.
    if ((await refreshSitting(tx, ctx, sittingId, item.dossierId)).length > 0) throw tieFound()
    const barred = await barredMembers(tx, ctx, itemId)
    const out = new Set([...barred, ...input.left.filter((id) => members.some((one) => one.id === id))])
    const inRoom = members.filter((one) => isThere(one) && !out.has(one.id)).length
    if (inRoom < quorum) throw quorumMissing(inRoom, quorum)
    const mine = and(eq(sittingItem.networkId, ctx.network.id), eq(sittingItem.id, itemId))
    const { opinion, reasons, amountCents } = input
    await tx
      .update(sittingItem)
      .set({
        ...{ opinion, reasons, version: version + 1, decidedAt: ctx.clock.now(), decidedBy: ctx.account.id },
        amountCents: opinion === 'favourable' || opinion === 'reservations' ? amountCents : null,
      })
      .where(mine)
    await tx.execute(
      sql`delete from sitting_absence where network_id = ${ctx.network.id} and item_id = ${itemId}`,
    )
    await tx.execute(sql`insert into sitting_absence (network_id, item_id, member_id)
      select ${ctx.network.id}, ${itemId}, m.id from unnest(${sql.param([...out])}::uuid[]) m(id)`)
    await writeConditions(tx, ctx, item.dossierId, itemId, opinion === 'reservations' ? input.conditions : [])
    await follow(tx, ctx, item.dossierId, opinion, reasons)
    await touched(tx, ctx, sittingId)
    await record(tx, ctx, {
      ...{ action: 'dossier.opinion_given', objectType: 'dossier', objectId: item.dossierId },
      changes: { opinion },
    })
  })
}

/** What is awaited for a day before the sitting, or before today, is awaited of nobody. */
function demandToCome(ctx: StaffContext, startsAt: Date, conditions: OpinionInput['conditions']) {
  const days = [today(ctx.clock, ctx.network.timeZone), today({ now: () => startsAt }, ctx.network.timeZone)]
  const first = days.toSorted()[0]!
  if (conditions.some(({ dueOn }) => dueOn !== null && dueOn < first)) throw conditionPast()
}

async function lockItem(
  tx: Transaction,
  ctx: StaffContext,
  sittingId: string,
  itemId: string,
  round: number,
) {
  const [item] = await tx
    .select()
    .from(sittingItem)
    .where(
      and(
        eq(sittingItem.networkId, ctx.network.id),
        eq(sittingItem.id, itemId),
        eq(sittingItem.sittingId, sittingId),
        eq(sittingItem.round, round),
      ),
    )
    .for('update')
  if (!item) throw notFound()
  return item
}

/** Those of this item that are met stay, whatever is written now. */
async function writeConditions(
  tx: Transaction,
  ctx: StaffContext,
  dossierId: string,
  itemId: string,
  conditions: OpinionInput['conditions'],
) {
  const { rows: kept } = await tx.execute<{ text: string }>(sql`select text from dossier_condition
    where network_id = ${ctx.network.id} and item_id = ${itemId} and met_on is not null`)
  await tx.execute(sql`delete from dossier_condition
    where network_id = ${ctx.network.id} and item_id = ${itemId} and met_on is null`)
  const now = ctx.clock.now()
  const rows = conditions
    .filter(({ text }) => !kept.some((one) => one.text === text))
    .map((one) => ({
      ...{ networkId: ctx.network.id, id: v7(), dossierId, itemId, ...one },
      ...{ createdAt: now, updatedAt: now },
    }))
  if (rows.length > 0) await tx.insert(dossierCondition).values(rows)
}

/** The dossier follows: on to `opined`, or back where it was if the jury now puts it off. One already decided stays. */
async function follow(
  tx: Transaction,
  ctx: StaffContext,
  dossierId: string,
  opinion: string,
  reasons: string,
) {
  const before = await lockDossier(tx, ctx, dossierId)
  const session = await lockSession(tx, ctx, before.sessionId)
  const steps = stepsOf(session.steps)
  const from = before.state as DossierState
  const back: DossierState = steps.instruction ? 'instructed' : 'eligible'
  const to: DossierState | null =
    opinion === 'adjourned'
      ? from === 'opined'
        ? back
        : null
      : nextStates(from, steps, 'sitting').includes('opined')
        ? 'opined'
        : null
  if (!to) return
  const now = ctx.clock.now()
  await tx
    .update(dossier)
    .set({
      ...{
        state: to,
        movedAt: now,
        movedBy: ctx.account.id,
        moveReason: reasons.slice(0, 2000),
        updatedAt: now,
      },
      version: before.version + 1,
    })
    .where(thisDossier(ctx, dossierId))
  await record(tx, ctx, {
    ...{ action: 'dossier.moved', objectType: 'dossier', objectId: dossierId },
    changes: { state: { from, to } },
  })
}
