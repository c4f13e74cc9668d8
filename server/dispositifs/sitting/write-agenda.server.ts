import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { openSitting, touched } from './locked-sitting.server.ts'

/** Every file of its sessions that is ready for an opinion and that no other sitting still has, in their order. */
export async function fillAgenda(ctx: Context, sittingId: string): Promise<number> {
  demand(ctx, dispositifs['jury:manage'])
  return inNetwork(ctx, async (tx) => {
    const { round } = await openSitting(tx, ctx, sittingId)
    // Two sittings filled at once would take the same files.
    await tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext('sitting.agenda'))`)
    const { rows } = await tx.execute(sql`
      insert into sitting_item (network_id, id, sitting_id, dossier_id, round, position)
      select d.network_id, gen_random_uuid(), ${sittingId}, d.id, ${round},
        (select coalesce(max(position), 0) from sitting_item where network_id = ${ctx.network.id}
          and sitting_id = ${sittingId} and round = ${round}) + row_number() over (order by p.code, n.opens_at, d.number)
      from sitting_session x join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
        join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
        join dossier d on d.network_id = n.network_id and d.session_id = n.id
          and d.state = case when 'instruction' = any (n.steps) then 'instructed' else 'eligible' end
      where x.network_id = ${ctx.network.id} and x.sitting_id = ${sittingId}
        and not exists (select from sitting_item t join sitting g on g.network_id = t.network_id and g.id = t.sitting_id
          where t.network_id = d.network_id and t.dossier_id = d.id
            and (t.sitting_id = ${sittingId} or (g.signed_round < t.round)))
      returning id`)
    await touched(tx, ctx, sittingId)
    await record(tx, ctx, {
      ...{ action: 'sitting.agenda_filled', objectType: 'sitting', objectId: sittingId },
      changes: { added: rows.length },
    })
    return rows.length
  })
}

/** One step up or down: it changes places with its neighbour. */
export async function moveItem(ctx: Context, sittingId: string, itemId: string, by: -1 | 1) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { round } = await openSitting(tx, ctx, sittingId)
    const mine = sql`network_id = ${ctx.network.id} and sitting_id = ${sittingId} and round = ${round}`
    const { rows } = await tx.execute<{ id: string; position: number }>(sql`
      select id, position from sitting_item where ${mine} order by position, id`)
    const at = rows.findIndex(({ id }) => id === itemId)
    if (at < 0) throw notFound()
    const [one, other] = [rows[at]!, rows[at + by]]
    if (!other) return
    await tx.execute(sql`update sitting_item set position = case when id = ${one.id} then ${other.position} else ${one.position} end
      where ${mine} and id in (${one.id}, ${other.id})`)
    await touched(tx, ctx, sittingId)
  })
}

/** Off the agenda, while nothing was said of it. */
export async function dropItem(ctx: Context, sittingId: string, itemId: string) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { round } = await openSitting(tx, ctx, sittingId)
    const { rows } = await tx.execute(sql`delete from sitting_item where network_id = ${ctx.network.id}
      and sitting_id = ${sittingId} and round = ${round} and id = ${itemId} and opinion is null returning 1`)
    if (rows.length === 0) throw notFound()
    await touched(tx, ctx, sittingId)
  })
}

/** Who is there: written member by member, so that two people who call the roll undo nothing of each other's. */
export async function notePresence(
  ctx: Context,
  sittingId: string,
  memberId: string,
  presence: 'expected' | 'present' | 'absent' | 'represented',
  representedBy: string,
) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { round } = await openSitting(tx, ctx, sittingId)
    const { rows } = await tx.execute(sql`update sitting_member set presence = ${presence},
        represented_by = ${presence === 'represented' ? representedBy.trim().slice(0, 160) : ''}
      where network_id = ${ctx.network.id} and sitting_id = ${sittingId} and round = ${round} and id = ${memberId} returning 1`)
    if (rows.length === 0) throw notFound()
    await touched(tx, ctx, sittingId)
    await record(tx, ctx, { action: 'sitting.presence_noted', objectType: 'sitting', objectId: sittingId })
  })
}
