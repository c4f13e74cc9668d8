import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierFollowUp } from '#db/schema/dispositifs/follow-up.ts'
import type { dossier } from '#db/schema/dispositifs.ts'
import { dispositif, dossierHolder } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import {
  insertProject,
  lacking,
  lockProject,
  projectInput,
  projects,
  showProject,
} from '#server/projects/public.ts'
import { thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { notFinanced, projectThere } from '../errors.ts'
import { FINANCED } from '../figures/what-counts.ts'
import { storyOfAnswers } from '../form/facts-of-answers.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'

/**
 * A financed dossier becomes a project, once, and the link is kept. It is shown to the public when it says
 * enough; otherwise it waits among the projects as a draft. The amount is told where the call tells amounts.
 */
export async function publishAsProject(
  ctx: Context,
  id: string,
): Promise<{ projectId: string; shown: boolean }> {
  demand(ctx, dispositifs['decision:record'])
  demand(ctx, projects['project:publish'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, id)
    if (!FINANCED.some((state) => state === before.state)) throw notFinanced()
    const { networkId, dossierId, projectId } = dossierFollowUp
    const [follow] = await tx
      .select({ projectId })
      .from(dossierFollowUp)
      .where(and(eq(networkId, ctx.network.id), eq(dossierId, id)))
    if (follow?.projectId) throw projectThere()
    const made = await insertProject(tx, ctx, await projectOf(tx, ctx, before))
    const link = { projectId: made.id, projectAt: ctx.clock.now(), projectBy: ctx.account.id }
    await tx
      .insert(dossierFollowUp)
      .values({ networkId: ctx.network.id, dossierId: id, ...link })
      .onConflictDoUpdate({ target: [networkId, dossierId], set: link })
    const row = await lockProject(tx, ctx, made.id)
    const shown = lacking(row).length === 0
    if (shown) await showProject(tx, ctx, row)
    await record(tx, ctx, {
      action: 'dossier.made_project',
      objectType: 'dossier',
      objectId: id,
      changes: { project: before.title, shown },
    })
    return { projectId: made.id, shown }
  })
}

async function projectOf(tx: Transaction, ctx: StaffContext, row: typeof dossier.$inferSelect) {
  const session = await lockSession(tx, ctx, row.sessionId)
  const [scheme] = await tx
    .select({ code: dispositif.code, funder: dispositif.funder })
    .from(dispositif)
    .where(thisDispositif(ctx, session.dispositifId))
  const holders = await tx
    .select({ id: dossierHolder.organisationId, lead: dossierHolder.lead })
    .from(dossierHolder)
    .where(and(eq(dossierHolder.networkId, ctx.network.id), eq(dossierHolder.dossierId, row.id)))
  const { summary, sectors, sdgs } = storyOfAnswers(await formOf(tx, ctx, row.formId), row.answers)
  const over = ['done', 'report_received', 'settled'].includes(row.state)
  const funder = [scheme!.funder, scheme!.code].filter(Boolean).join(' – ')
  return projectInput.parse({
    ...{ title: row.title || `${scheme!.code} ${row.number}`, summary: summary.slice(0, 400) },
    holders: holders.sort((a, b) => Number(b.lead) - Number(a.lead)).map((one) => one.id),
    ...{ countries: row.countries, sectors, sdgs, startedOn: row.startsOn, endedOn: row.endsOn },
    status: over ? 'done' : 'running',
    funding: [{ funder, amountCents: session.laureatesAmounts ? row.grantedCents : null }],
  })
}
