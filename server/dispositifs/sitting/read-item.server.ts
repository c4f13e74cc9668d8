import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { ReviewOpinion } from '#db/schema/dispositifs/jury.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshSitting } from '../instruction/refresh-conflicts.server.ts'
import { dispositifs } from '../permissions.ts'
import { envelopesOf, itemsOf, sittingRow } from './board.server.ts'
import { barredMembers, membersOf } from './in-room.server.ts'

export type ConditionLine = {
  id: string
  text: string
  dueOn: string | null
  metOn: string | null
  note: string
  version: number
}

/** One file of the agenda: what its readers said, who must leave, what was said of it so far. */
export async function readItem(ctx: Context, sittingId: string, itemId: string) {
  demand(ctx, dispositifs['jury:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows: at } = await tx.execute<{ round: number }>(sql`select round from sitting_item
      where network_id = ${ctx.network.id} and sitting_id = ${sittingId} and id = ${itemId}`)
    if (!at[0]) throw notFound()
    const sitting = await sittingRow(tx, ctx, sittingId)
    if (sitting.signedRound < at[0].round) await refreshSitting(tx, ctx, sittingId)
    const one = sql`t.id = ${itemId}`
    const [item] = await itemsOf(tx, ctx, { sittingId, round: at[0].round, where: one })
    const { rows: near } = await tx.execute<{ next: string | null }>(sql`
      select (select n.id from sitting_item n where n.network_id = t.network_id and n.sitting_id = t.sitting_id
          and n.round = t.round and n.opinion is null and n.id <> t.id
          order by n.position < t.position, n.position limit 1) as next
      from sitting_item t where t.network_id = ${ctx.network.id} and t.id = ${itemId}`)
    const { rows: reviews } = await tx.execute<{
      name: string
      score: number | null
      opinion: ReviewOpinion | null
      comment: string
      amountCents: number | null
    }>(sql`
      select i.name, r.score, r.opinion, r.comment, r.amount_cents::float8 as "amountCents" from review r
        join instructor i on i.network_id = r.network_id and i.id = r.instructor_id
      where r.network_id = ${ctx.network.id} and r.dossier_id = ${item!.dossierId} and r.submitted_at is not null
        and not exists (select from conflict c where c.network_id = r.network_id and c.dossier_id = r.dossier_id
          and c.instructor_id = r.instructor_id and c.state <> 'dismissed')
      order by i.name`)
    const { rows: conditions } = await tx.execute<ConditionLine>(sql`select id, text, due_on::text as "dueOn",
        met_on::text as "metOn", note, version from dossier_condition
      where network_id = ${ctx.network.id} and item_id = ${itemId} order by created_at, id`)
    const { rows: left } = await tx.execute<{ id: string }>(sql`select member_id as id from sitting_absence
      where network_id = ${ctx.network.id} and item_id = ${itemId}`)
    const { rows: session } = await tx.execute<{ id: string }>(sql`select session_id as id from dossier
      where network_id = ${ctx.network.id} and id = ${item!.dossierId}`)
    const { rows: former } = await tx.execute<{
      opinion: string
      reasons: string
      amountCents: number | null
    }>(sql`
      select opinion, reasons, amount_cents::float8 as "amountCents" from sitting_item
      where network_id = ${ctx.network.id} and id = ${item!.reopens}::uuid`)
    return {
      ...{
        sitting,
        item: item!,
        reviews,
        conditions,
        next: near[0]?.next ?? null,
        former: former[0] ?? null,
      },
      members: await membersOf(tx, ctx, sittingId, at[0].round),
      barred: await barredMembers(tx, ctx, itemId),
      left: left.map(({ id }) => id),
      envelope:
        (await envelopesOf(tx, ctx, sittingId)).find(({ sessionId }) => sessionId === session[0]!.id) ?? null,
      signed: sitting.signedRound >= at[0].round,
    }
  })
}
