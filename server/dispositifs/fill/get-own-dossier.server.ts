import { and, asc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierFile, dossierReport, dossierStart } from '#db/schema/dispositifs/holder.ts'
import { dispositif, dispositifSession, dossierMove, dossierWaiver } from '#db/schema/dispositifs.ts'
import { findRepresented } from '#server/crm/public.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { findFiles } from '#server/kernel/files/find-files.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { correctionsOf, openCorrection } from '../correction/open-correction.server.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { holdersOf } from '../dossier/holders-of.server.ts'
import { judged, surroundings } from '../dossier/surroundings.server.ts'
import { demandEditor, editorsOf } from '../editor/editors.server.ts'
import { factsOfAnswers } from '../form/facts-of-answers.ts'
import { dispositifs } from '../permissions.ts'
import { hinders, judgeDossier } from '../rule/judge-dossier.ts'
import { rulesOf } from '../session/rules-of.server.ts'
import { conditionLines } from '../sitting/conditions.server.ts'
import { openFields } from './open-fields.ts'

/** A dossier as who writes it sees it: what it says, what hinders it, what is awaited of them. */
export async function getOwnDossier(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:hold'])
  const acts = new Set((await findRepresented(ctx)).map((one) => one.id))
  return inNetwork(ctx, async (tx) => {
    const row = await demandEditor(tx, ctx, id)
    const form = await formOf(tx, ctx, row.formId)
    const correction = row.state === 'to_correct' ? await openCorrection(tx, ctx, id) : null
    const judgement = await judgedNow(tx, ctx, row, form)
    return {
      ...{ row, form, correction, ...judgement },
      ...(await callOf(tx, ctx, row.sessionId)),
      open: row.access === 'read' ? [] : openFields(form, row, correction),
      corrections: await correctionsOf(tx, ctx, id),
      editors: await editorsOf(tx, ctx, id),
      holders: await holdersTold(tx, ctx, id, acts),
      moves: await movesOf(tx, ctx, id),
      files: await filesOf(tx, ctx, id),
      report: await reportOf(tx, ctx, id),
      // Of a dossier that is not financed, or not yet, nothing is asked.
      conditions: row.grantedCents === null ? [] : await conditionLines(tx, ctx, id),
    }
  })
}
export type OwnDossierPage = Awaited<ReturnType<typeof getOwnDossier>>

type Judged = {
  id: string
  sessionId: string
  answers: Record<string, unknown>
  origin: string
  state: string
}

/** What the rules say of it now; `submitting` asks for documents too. */
export async function judgedNow(
  tx: Transaction,
  ctx: StaffContext,
  row: Judged,
  form: Awaited<ReturnType<typeof formOf>>,
  submitting = row.origin === 'here' && row.state !== 'draft',
) {
  const rules = await rulesOf(tx, ctx, row.sessionId)
  const around = (await surroundings(tx, ctx, [row.id])).get(row.id)!
  const judgements = judgeDossier(rules, judged(factsOfAnswers(form, row.answers, { submitting }), around))
  const waived = (
    await tx
      .select({ key: dossierWaiver.ruleKey })
      .from(dossierWaiver)
      .where(and(eq(dossierWaiver.networkId, ctx.network.id), eq(dossierWaiver.dossierId, row.id)))
  ).map(({ key }) => key)
  return { rules, judgements, waived, hindering: hinders(judgements, waived) }
}

async function callOf(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const [found] = await tx
    .select({ session: dispositifSession, dispositif })
    .from(dispositifSession)
    .innerJoin(
      dispositif,
      and(
        eq(dispositif.networkId, dispositifSession.networkId),
        eq(dispositif.id, dispositifSession.dispositifId),
      ),
    )
    .where(and(eq(dispositifSession.networkId, ctx.network.id), eq(dispositifSession.id, sessionId)))
  if (!found) throw notFound()
  return found
}

/** Whose it is, as they named it themselves: what the team's record says is told to who acts for it. */
async function holdersTold(tx: Transaction, ctx: StaffContext, id: string, acts: ReadonlySet<string>) {
  const { holders } = await holdersOf(tx, ctx, id)
  const { organisation, organisationId, networkId, dossierId } = dossierStart
  const [typed] = await tx
    .select({ organisation, organisationId })
    .from(dossierStart)
    .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
  return holders.map((one) =>
    typed?.organisation && typed.organisationId === one.id && !acts.has(one.id)
      ? { ...one, name: typed.organisation }
      : one,
  )
}

/** Dates and states; of the team's reasons, those that are written to the holder. */
const movesOf = (tx: Transaction, ctx: StaffContext, id: string) =>
  tx
    .select({ nth: dossierMove.nth, toState: dossierMove.toState, at: dossierMove.at })
    .from(dossierMove)
    .where(and(eq(dossierMove.networkId, ctx.network.id), eq(dossierMove.dossierId, id)))
    .orderBy(asc(dossierMove.nth))

/** With what each was attached to. */
export async function filesOf(tx: Transaction, ctx: StaffContext, id: string) {
  const { fileId, kind, fieldKey, networkId, dossierId } = dossierFile
  const of = new Map(
    (
      await tx
        .select({ fileId, kind, fieldKey })
        .from(dossierFile)
        .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
    ).map((one) => [one.fileId, one]),
  )
  return (await findFiles(tx, ctx, { ownerType: 'dossier', ownerId: id })).map((file) => ({
    ...file,
    kind: of.get(file.id)?.kind ?? 'other',
    fieldKey: of.get(file.id)?.fieldKey ?? null,
  }))
}

export async function reportOf(tx: Transaction, ctx: StaffContext, id: string) {
  const { networkId, dossierId } = dossierReport
  const [row] = await tx
    .select()
    .from(dossierReport)
    .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
  return row ?? null
}
