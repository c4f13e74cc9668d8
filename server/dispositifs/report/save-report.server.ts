import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierReport } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { budgetOf } from '../budget/budget.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { lockOwnDossier } from '../editor/editors.server.ts'
import { tellAssignee } from '../editor/tell-editors.server.ts'
import { notOpenToHolder, reportNotReady } from '../errors.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { faultsOf, missing } from '../form/form.ts'
import { headCount } from '../head-count/head-count.schema.ts'
import { gapOf, isEmpty } from '../head-count/head-count.ts'
import { dispositifs } from '../permissions.ts'
import type { ReportInput } from './report.schema.ts'
import { reportForm } from './report-form.ts'

/** What the report says so far: kept as typed, right or wrong. */
export async function saveReport(ctx: Context, id: string, input: ReportInput) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    await writeReport(tx, ctx, id, input)
  })
}

async function writeReport(tx: Transaction, ctx: StaffContext, id: string, input: ReportInput) {
  const before = await lockOwnDossier(tx, ctx, id)
  if (before.state !== 'done') throw notOpenToHolder()
  const now = ctx.clock.now()
  const { body, achieved, budget } = input
  const spentCents = budget.length > 0 ? budgetOf(budget).expense.cashCents : input.spentCents
  await tx
    .insert(dossierReport)
    .values({ networkId: ctx.network.id, dossierId: id, body, spentCents, budget, updatedAt: now })
    .onConflictDoUpdate({
      target: [dossierReport.networkId, dossierReport.dossierId],
      set: { body, spentCents, budget, updatedAt: now },
    })
  await tx.update(dossier).set({ achieved, updatedAt: now }).where(thisDossier(ctx, id))
  return before
}

/** Sends it to the team. A total and its parts that differ hold it open: nobody puts a number right for them. */
export async function sendReport(ctx: Context, id: string, input: ReportInput) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    const before = await writeReport(tx, ctx, id, input)
    const form = reportForm(await formOf(tx, ctx, before.formId), before.answers)
    const faults = faultsOfReport(form, input)
    if (faults.length > 0) throw reportNotReady(faults)
    const now = ctx.clock.now()
    await tx
      .update(dossierReport)
      .set({ sentAt: now, sentBy: ctx.account.id })
      .where(and(eq(dossierReport.networkId, ctx.network.id), eq(dossierReport.dossierId, id)))
    await tx
      .update(dossier)
      .set({
        ...{ state: 'report_received', movedAt: now, movedBy: ctx.account.id, moveReason: '' },
        version: before.version + 1,
      })
      .where(thisDossier(ctx, id))
    await record(tx, ctx, { action: 'dossier.reported', objectType: 'dossier', objectId: id })
    await tellAssignee(tx, ctx, before, 'dispositifs.reported')
  })
}

/** Which answers hold the report open. */
export function faultsOfReport(form: FormDefinition, { spentCents, ...input }: ReportInput): string[] {
  const answers = { ...input, spent: spentCents }
  const count = headCount.safeParse(input.achieved)
  const differs = count.success && !isEmpty(count.data) && gapOf(count.data).length > 0
  return [
    ...new Set([
      ...missing(form, answers),
      ...Object.keys(faultsOf(form, answers)),
      ...(differs ? ['achieved'] : []),
    ]),
  ]
}
