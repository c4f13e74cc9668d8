import { and, desc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierDecision, dossierFollowUp } from '#db/schema/dispositifs/follow-up.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { account } from '#db/schema/identity.ts'
import { project } from '#db/schema/projects.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { holdersOf } from '../dossier/holders-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { filesOf, reportOf } from '../fill/get-own-dossier.server.ts'
import { sentLetters } from '../letter/get-sent-letter.server.ts'
import { recipientsOf } from '../letter/recipients.server.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { lastOpinion } from '../sitting/last-opinion.server.ts'
import { paymentsOf } from './payments-of.server.ts'
import { lacksToSettle } from './settle-dossier.server.ts'

/** Every decision on a dossier, the one that stands first. */
export const decisionsOf = (tx: Transaction, ctx: NetworkContext, dossierId: string) =>
  tx
    .select({
      ...{ number: dossierDecision.number, outcome: dossierDecision.outcome, at: dossierDecision.at },
      ...{ amountCents: dossierDecision.amountCents, decidedOn: dossierDecision.decidedOn },
      ...{ reference: dossierDecision.reference, comment: dossierDecision.comment },
      ...{ origin: dossierDecision.origin, by: account.name },
    })
    .from(dossierDecision)
    .leftJoin(account, eq(account.id, dossierDecision.accountId))
    .where(and(eq(dossierDecision.networkId, ctx.network.id), eq(dossierDecision.dossierId, dossierId)))
    .orderBy(desc(dossierDecision.number))

/** All that follows the region's opinion on a dossier. */
export async function getFollowUp(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:read'])
  const found = await inNetwork(ctx, async (tx) => {
    const [row] = await tx.select().from(dossier).where(thisDossier(ctx, id))
    if (!row) throw notFound()
    const { networkId, dossierId, reportDueOn, projectId, projectAt } = dossierFollowUp
    const [follow] = await tx
      .select({ reportDueOn, projectId, projectAt, projectTitle: project.title })
      .from(dossierFollowUp)
      .leftJoin(project, and(eq(project.networkId, networkId), eq(project.id, projectId)))
      .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
    return {
      ...{ row, follow: follow ?? null, decisions: await decisionsOf(tx, ctx, id) },
      ...(await holdersOf(tx, ctx, id)),
      payments: await paymentsOf(tx, ctx, [id]),
      opinion: await lastOpinion(tx, ctx, id),
      letters: await sentLetters(tx, ctx, id),
      to: await recipientsOf(tx, ctx, { id, sponsorId: row.sponsorId }, 'financed'),
      form: await formOf(tx, ctx, row.formId),
      report: await reportOf(tx, ctx, id),
      files: await filesOf(tx, ctx, id),
      lacks: row.state === 'report_received' ? await lacksToSettle(tx, ctx, row) : [],
    }
  })
  return { ...found, session: await getSession(ctx, found.row.sessionId) }
}

export type FollowUp = Awaited<ReturnType<typeof getFollowUp>>
