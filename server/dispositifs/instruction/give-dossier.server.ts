import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { assignment } from '#db/schema/dispositifs/jury.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { inConflict, notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'
import { waitForReaders } from './take-turns.server.ts'
import { tellReaders } from './tell-readers.server.ts'

/** By hand, to somebody chosen for the session and whom nothing keeps from it. */
export async function giveDossier(ctx: Context, dossierId: string, instructorId: string) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const { sessionId } = await lockDossier(tx, ctx, dossierId)
    await proposeConflicts(tx, ctx, sessionId)
    const { rows } = await tx.execute<{ barred: boolean }>(sql`
      select exists (select from conflict c where c.network_id = s.network_id and c.dossier_id = ${dossierId}
        and c.instructor_id = s.instructor_id and c.state <> 'dismissed') as barred
      from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
      where s.network_id = ${ctx.network.id} and s.session_id = ${sessionId} and s.instructor_id = ${instructorId}
        and i.ended_at is null`)
    if (!rows[0]) throw notOfNetwork('instructor')
    if (rows[0].barred) throw inConflict()
    const added = await tx
      .insert(assignment)
      .values({
        ...{ networkId: ctx.network.id, dossierId, instructorId },
        ...{ givenAt: ctx.clock.now(), givenBy: ctx.account.id },
      })
      .onConflictDoNothing()
      .returning({ dossier: assignment.dossierId, instructor: assignment.instructorId })
    await tellReaders(tx, ctx, sessionId, added)
    await givenAnew(tx, ctx, [dossierId], instructorId)
    await record(tx, ctx, { action: 'dossier.given', objectType: 'dossier', objectId: dossierId })
  })
}

/** Another takes over what somebody has not handed in; what they may not read stays, and is told. */
export async function substitute(ctx: Context, sessionId: string, from: string, to: string) {
  demand(ctx, dispositifs['jury:manage'])
  return inNetwork(ctx, async (tx) => {
    await proposeConflicts(tx, ctx, sessionId)
    const { rows: known } = await tx.execute(sql`
      select 1 from session_instructor s join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
      where s.network_id = ${ctx.network.id} and s.session_id = ${sessionId} and s.instructor_id = ${to}
        and i.ended_at is null`)
    if (known.length === 0 || from === to) throw notOfNetwork('instructor')
    await waitForReaders(tx, ctx, sql`a.instructor_id = ${from} and d.session_id = ${sessionId}`)
    const { rows } = await tx.execute<{ id: string; left: boolean }>(sql`
      select d.id, exists (select from conflict c where c.network_id = d.network_id and c.dossier_id = d.id
          and c.instructor_id = ${to} and c.state <> 'dismissed')
        or exists (select from assignment b where b.network_id = d.network_id and b.dossier_id = d.id
          and b.instructor_id = ${to}) as left
      from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
        left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id
      where a.network_id = ${ctx.network.id} and a.instructor_id = ${from} and d.session_id = ${sessionId}
        and r.submitted_at is null`)
    const taken = rows.filter(({ left }) => !left).map(({ id }) => id)
    await tx.execute(sql`update assignment set instructor_id = ${to}, given_by = ${ctx.account.id},
        given_at = ${ctx.clock.now().toISOString()}::timestamptz
      where network_id = ${ctx.network.id} and instructor_id = ${from}
        and dossier_id = any (${sql.param(taken)}::uuid[])`)
    await givenAnew(tx, ctx, taken, to)
    const given = taken.map((dossier) => ({ dossier, instructor: to }))
    await tellReaders(tx, ctx, sessionId, given)
    await record(tx, ctx, {
      action: 'dispositif_session.substituted',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { given: taken.length, left: rows.length - taken.length },
    })
    return { taken: taken.length, left: rows.length - taken.length }
  })
}

/** Given by hand to somebody who had handed them over: that is behind them. */
const givenAnew = (tx: Transaction, ctx: StaffContext, dossierIds: string[], instructorId: string) =>
  tx.execute(sql`delete from reading_return where network_id = ${ctx.network.id}
    and instructor_id = ${instructorId} and dossier_id = any (${sql.param(dossierIds)}::uuid[])`)
