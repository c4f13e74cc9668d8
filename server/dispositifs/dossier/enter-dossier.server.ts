import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { depositedLater } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import type { DossierInput, RawAnswers } from './dossier.schema.ts'
import { formOf } from './form-of.server.ts'
import { demandKnown, writeHolders } from './known-to-network.server.ts'
import { writtenColumns } from './written-columns.ts'

/** One dossier written by the team for its holder: a draft, or one that was deposited on the funder's platform. */
export async function enterDossier(
  ctx: Context,
  sessionId: string,
  input: DossierInput,
  raw: RawAnswers,
  /** On the funder's platform; null for a draft. */
  depositedAt: Date | null,
): Promise<{ id: string; number: number }> {
  demand(ctx, dispositifs['dossier:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { holders, ...values } = input
  if (depositedAt && depositedAt > now) throw depositedLater()
  return inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const written = writtenColumns(await formOf(tx, ctx, session.formId), raw, input.sponsorId)
    await demandKnown(tx, ctx, { sessionId, id }, { ...input, sponsorId: written.sponsorId })
    const number = session.lastNumber + 1
    await tx.update(dispositifSession).set({ lastNumber: number }).where(thisSession(ctx, sessionId))
    await tx.insert(dossier).values({
      ...{ networkId: ctx.network.id, id, sessionId, number, formId: session.formId, origin: 'behalf' },
      ...values,
      ...written,
      state: depositedAt ? 'submitted' : 'draft',
      submittedAt: depositedAt,
      ...{ movedAt: now, movedBy: ctx.account.id, createdAt: now, updatedAt: now },
    })
    await writeHolders(tx, ctx, id, holders)
    await record(tx, ctx, {
      action: 'dossier.entered',
      objectType: 'dossier',
      objectId: id,
      changes: { number, deposited: depositedAt !== null },
    })
    return { id, number }
  })
}
