import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { inNetwork } from '#db/client.ts'
import { sessionInstruction, sessionInstructor } from '#db/schema/dispositifs/jury.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { declarationPath } from './declare-interests.server.ts'
import { passOn } from './pass-on.server.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'
import { waitForReaders } from './take-turns.server.ts'

export const instructionInput = z.strictObject({
  readers: z.coerce.number('number').int('whole').min(1, 'too_small').max(10, 'too_big'),
  dueOn: z.preprocess((day) => (day === '' ? null : day), z.iso.date('not_a_day').nullable()),
  anonymous: z.boolean(),
})

/** How many read each file, until when, and whether names are hidden from them. */
export async function setInstruction(
  ctx: Context,
  sessionId: string,
  input: z.output<typeof instructionInput>,
) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, sessionId)
    const set = { ...input, updatedAt: ctx.clock.now() }
    const { networkId, sessionId: of } = sessionInstruction
    await tx
      .insert(sessionInstruction)
      .values({ networkId: ctx.network.id, sessionId, ...set })
      .onConflictDoUpdate({ target: [networkId, of], set })
    await record(tx, ctx, {
      action: 'dispositif_session.instruction_set',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: input,
    })
  })
}

/** Who reads the files of a session from now on. Who is left out loses at once what they had not handed in. */
export async function chooseInstructors(ctx: Context, sessionId: string, ids: string[]) {
  demand(ctx, dispositifs['jury:manage'])
  const networkId = ctx.network.id
  await inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const { rows: added } = await tx.execute<{ id: string; accountId: string | null }>(sql`
      insert into session_instructor (network_id, session_id, instructor_id, chosen_at)
      select i.network_id, ${sessionId}, i.id, ${ctx.clock.now().toISOString()}::timestamptz from instructor i
      where i.network_id = ${networkId} and i.ended_at is null and i.id = any (${sql.param(ids)}::uuid[])
      on conflict do nothing
      returning instructor_id as id, (select coalesce(i.account_id, a.id) from instructor i
        left join account a on a.email = i.email
        where i.network_id = ${networkId} and i.id = instructor_id) as "accountId"`)
    const left = await tx
      .delete(sessionInstructor)
      .where(
        and(
          eq(sessionInstructor.networkId, networkId),
          eq(sessionInstructor.sessionId, sessionId),
          sql`not ${sessionInstructor.instructorId} = any (${sql.param(ids)}::uuid[])`,
        ),
      )
      .returning({ id: sessionInstructor.instructorId })
    const gone = sql.param(left.map(({ id }) => id))
    await waitForReaders(
      tx,
      ctx,
      sql`d.session_id = ${sessionId} and a.instructor_id = any (${gone}::uuid[])`,
    )
    const { rows: freed } = await tx.execute<{ id: string }>(sql`
      delete from assignment a using dossier d where a.network_id = ${networkId} and d.network_id = a.network_id
        and d.id = a.dossier_id and d.session_id = ${sessionId}
        and a.instructor_id = any (${gone}::uuid[])
        and not exists (select from review r where r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id and r.submitted_at is not null)
      returning a.dossier_id as id`)
    await proposeConflicts(tx, ctx, sessionId)
    await passOn(tx, ctx, sessionId, [...new Set(freed.map(({ id }) => id))])
    for (const { accountId } of added)
      if (accountId)
        await notify(tx, ctx, {
          ...{ accountId, kind: 'dispositifs.chosen', params: { session: session.name } },
          path: declarationPath(ctx, sessionId),
        })
    await record(tx, ctx, {
      action: 'dispositif_session.instructors_chosen',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { added: added.length, removed: left.length },
    })
  })
}
