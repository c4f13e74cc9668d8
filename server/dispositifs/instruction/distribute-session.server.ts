import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { distribute } from '../distribution/distribute.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { CHECKED, handedInOf, questionOf, READ_IN, writeDistribution } from './pass-on.server.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'
import { tellReaders } from './tell-readers.server.ts'

type Order = { sessionId: string; unchecked?: boolean }

/**
 * Asks for the files of a session to be given out; it is long for thousands of them. Those of which nobody
 * checked that they are complete wait, unless they are asked for.
 */
export async function askDistribution(
  ctx: Context,
  sessionId: string,
  { unchecked }: { unchecked: boolean },
): Promise<{ workId: string }> {
  demand(ctx, dispositifs['jury:manage'])
  return inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, sessionId)
    return { workId: (await beginWork(tx, ctx, distribution, { sessionId, unchecked })).id }
  })
}

/** All of them or none: what is known of conflicts is asked first, and each is told once how many they have. */
export const distribution: WorkKind<Order> = {
  name: 'dispositifs.distribute',
  rule: dispositifs['jury:manage'],
  run: async (ctx, { sessionId, unchecked }) => {
    const given = await inNetwork(ctx, async (tx) => {
      await lockSession(tx, ctx, sessionId)
      await proposeConflicts(tx, ctx, sessionId)
      const { files, instructors, taken, perDossier } = await questionOf(
        tx,
        ctx,
        sessionId,
        unchecked ? READ_IN : CHECKED,
      )
      const outcome = distribute({ dossiers: files, instructors, perDossier, taken })
      await writeDistribution(tx, ctx, outcome, handedInOf(taken))
      const now = ctx.clock.now().toISOString()
      await tx.execute(sql`
        insert into session_instruction (network_id, session_id, short, distributed_at)
        values (${ctx.network.id}, ${sessionId}, ${JSON.stringify(outcome.short)}::jsonb, ${now}::timestamptz)
        on conflict (network_id, session_id) do update
          set short = excluded.short, distributed_at = excluded.distributed_at`)
      await tellReaders(tx, ctx, sessionId, outcome.added)
      await record(tx, ctx, {
        action: 'dispositif_session.distributed',
        objectType: 'dispositif_session',
        objectId: sessionId,
        changes: { given: outcome.added.length, short: outcome.short.length },
      })
      return outcome.added.length
    })
    return {
      path: `/${ctx.network.slug}/bureau/dispositifs/sessions/${sessionId}/instruction?fait=distribue`,
      counts: { rows: given },
    }
  },
}
