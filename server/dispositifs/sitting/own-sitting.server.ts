import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { isSelf } from '../instruction/own-instructor.ts'
import { refreshOwn } from '../instruction/refresh-conflicts.server.ts'
import { dispositifs } from '../permissions.ts'
import { itemsOf, sittingRow } from './board.server.ts'

export type OwnSitting = { id: string; name: string; startsAt: Date; place: string; link: string | null }

/** Those one is a member of, the next one first. */
export async function ownSittings(ctx: Context): Promise<OwnSitting[]> {
  demand(ctx, dispositifs['instruction:read'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<OwnSitting>(sql`
      select g.id, g.name, g.starts_at as "startsAt", g.place, g.link from sitting g
      where g.network_id = ${ctx.network.id} and exists (select from sitting_member m
        join instructor i on i.network_id = m.network_id and i.id = m.instructor_id and ${isSelf(ctx)}
        where m.network_id = g.network_id and m.sitting_id = g.id and m.round = g.round)
      order by g.starts_at desc, g.id limit 50`),
  )
  return rows
}

/** Its agenda without the files a conflict keeps one from: how many there are is said, and not which. */
export async function readOwnSitting(ctx: Context, id: string) {
  demand(ctx, dispositifs['instruction:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ instructorId: string; round: number }>(sql`
      select i.id as "instructorId", g.round from sitting g
        join sitting_member m on m.network_id = g.network_id and m.sitting_id = g.id and m.round = g.round
        join instructor i on i.network_id = m.network_id and i.id = m.instructor_id and ${isSelf(ctx)}
      where g.network_id = ${ctx.network.id} and g.id = ${id}`)
    if (!rows[0]) throw notFound()
    const { instructorId, round } = rows[0]
    await refreshOwn(tx, ctx)
    const barred = sql`exists (select from conflict c where c.network_id = t.network_id
      and c.dossier_id = t.dossier_id and c.instructor_id = ${instructorId} and c.state <> 'dismissed')`
    const sitting = await sittingRow(tx, ctx, id)
    const { rows: left } = await tx.execute<{ n: number }>(sql`select count(*)::int as n from sitting_item t
      where t.network_id = ${ctx.network.id} and t.sitting_id = ${id} and t.round = ${round} and ${barred}`)
    const items = await itemsOf(tx, ctx, { sittingId: id, round, where: sql`not ${barred}`, most: 500 })
    const { rows: nameless } = await tx.execute<{ id: string }>(sql`select t.id from sitting_item t
        join dossier d on d.network_id = t.network_id and d.id = t.dossier_id
        join session_instruction n on n.network_id = d.network_id and n.session_id = d.session_id and n.anonymous
      where t.network_id = ${ctx.network.id} and t.sitting_id = ${id} and t.round = ${round}`)
    const signed = sitting.signedRound >= sitting.round
    return {
      sitting,
      left: left[0]!.n,
      // What is being said of a file belongs to the room until it is signed off; and how others marked it, to those who read it.
      items: items.map(({ id: item, number, title, code, holders, opinion, position }) => ({
        ...{ id: item, number, title, code, position },
        // In a session read without names, the agenda has none either.
        holders: nameless.some((one) => one.id === item) ? [] : holders,
        opinion: signed ? opinion : null,
      })),
    }
  })
}
