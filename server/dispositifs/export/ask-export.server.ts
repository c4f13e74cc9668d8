import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { exportSession, type SessionExport } from './export-session.server.ts'

/** Asks for a session as a file; what leaves the network is in its history, whoever opens it. */
export async function askExport(ctx: Context, input: SessionExport): Promise<{ workId: string }> {
  demand(ctx, dispositifs['dossier:export'])
  return inNetwork(ctx, async (tx) => {
    await lockSession(tx, ctx, input.sessionId)
    const work = await beginWork(tx, ctx, exportSession, input)
    await record(tx, ctx, {
      action: 'dispositif_session.exported',
      objectType: 'dispositif_session',
      objectId: input.sessionId,
      changes: { format: input.format },
    })
    return { workId: work.id }
  })
}
