import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { reasonMissing } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSitting } from './locked-sitting.server.ts'

/**
 * An appeal: the jury looks again at one file. What was signed stays as it was; a new round begins, with the
 * same members to be called again, and minutes of its own that tell both versions.
 */
export async function reopenItem(ctx: Context, sittingId: string, itemId: string, because: string) {
  demand(ctx, dispositifs['jury:manage'])
  const reason = because.trim().slice(0, 1000)
  if (reason.length < 3) throw reasonMissing()
  const id = v7()
  await inNetwork(ctx, async (tx) => {
    const before = await lockSitting(tx, ctx, sittingId)
    const network = ctx.network.id
    const signed = before.signedRound >= before.round
    const round = signed ? before.round + 1 : before.round
    const { rows } = await tx.execute<{ dossierId: string }>(sql`
      select t.dossier_id as "dossierId" from sitting_item t where t.network_id = ${network}
        and t.sitting_id = ${sittingId} and t.id = ${itemId} and t.round <= ${before.signedRound}
        and not exists (select from sitting_item n where n.network_id = t.network_id
          and n.sitting_id = t.sitting_id and n.dossier_id = t.dossier_id and n.round > t.round)`)
    if (!rows[0]) throw notFound()
    await tx.execute(sql`update sitting set round = ${round}, version = version + 1
      where network_id = ${network} and id = ${sittingId}`)
    if (signed)
      await tx.execute(sql`
        insert into sitting_member (network_id, id, sitting_id, round, instructor_id, name, organisation_name, chair)
        select network_id, gen_random_uuid(), sitting_id, ${round}, instructor_id, name, organisation_name, chair
        from sitting_member where network_id = ${network} and sitting_id = ${sittingId} and round = ${before.round}`)
    await tx.execute(sql`
      insert into sitting_item (network_id, id, sitting_id, dossier_id, round, position, reopens, reopened_because)
      select ${network}, ${id}, ${sittingId}, ${rows[0].dossierId}, ${round}, coalesce(max(position), 0) + 1,
        ${itemId}, ${reason}
      from sitting_item where network_id = ${network} and sitting_id = ${sittingId} and round = ${round}`)
    await record(tx, ctx, {
      ...{ action: 'sitting.item_reopened', objectType: 'sitting', objectId: sittingId },
      changes: { reason },
    })
  })
  return { id }
}
