import { inNetwork } from '#db/client.ts'
import { decisionImport } from '#db/schema/dispositifs/follow-up.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../../dossier/locked-dossier.server.ts'
import { importChanged } from '../../errors.ts'
import { dispositifs } from '../../permissions.ts'
import { lockSession } from '../../session/locked-session.server.ts'
import { decisionInput } from '../decision.schema.ts'
import { writeDecision } from '../write-decision.server.ts'
import { matchingFaults } from './columns.ts'
import { judgeImport, thisImport } from './get-decision-import.server.ts'

/**
 * Every decision of a file, in one go or not at all. Lines are judged again: if they no longer do what the
 * person was told, nothing is written and they are told anew. Refused lines stay what they were.
 */
export async function writeDecisionImport(
  ctx: Context,
  sessionId: string,
  id: string,
  toldWritten: number,
): Promise<number> {
  demand(ctx, dispositifs['decision:record'])
  return inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const [row] = await tx
      .select()
      .from(decisionImport)
      .where(thisImport(ctx, sessionId, id))
      .for('update')
    if (!row) throw notFound()
    if (row.writtenAt) return row.written ?? 0
    if (row.forgottenAt || matchingFaults(row.matching).length > 0) throw importChanged()
    const lines = (await judgeImport(tx, ctx, session, row)).filter(({ verdict }) => verdict === 'write')
    if (lines.length !== toldWritten || lines.length === 0) throw importChanged()
    for (const { dossier, outcome, amountCents, decidedOn, reference, comment } of lines) {
      const before = await lockDossier(tx, ctx, dossier!.id)
      const input = decisionInput.parse({ outcome, amountCents, decidedOn, reference, comment })
      await writeDecision(tx, ctx, { before, session }, input, 'import')
    }
    await tx
      .update(decisionImport)
      .set({ writtenAt: ctx.clock.now(), written: lines.length })
      .where(thisImport(ctx, sessionId, id))
    await record(tx, ctx, {
      action: 'dispositif_session.decisions_imported',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { file: row.fileName, written: lines.length },
    })
    return lines.length
  })
}
