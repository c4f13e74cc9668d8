import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierSave } from '#db/schema/dispositifs/holder.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import type { Field } from '../form/form.schema.ts'
import { carriedAnswers, compatible, type Effect } from '../form/revision-effects.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import { currentRevision, type RevisionKind } from './current-revision.server.ts'
import { demandFreeGrid } from './demand-free-grid.server.ts'

const COLUMN = { form: 'formId', rules: 'rulesId', grid: 'gridId' } as const

/**
 * Binds a session to the revision in force, because somebody said so. Dossiers keep the form they were
 * written on; those that are still drafts take the new one when it is asked, with what it can read of them, and
 * what it cannot stays with their saves.
 */
export async function moveSession(
  ctx: Context,
  sessionId: string,
  kind: RevisionKind,
  { withDrafts }: { withDrafts: boolean },
): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const current = await currentRevision(tx, ctx, session.dispositifId, kind)
    if (!current) throw notFound()
    if (session[COLUMN[kind]] === current.id) return
    if (kind === 'grid') await demandFreeGrid(tx, ctx, sessionId)
    await tx
      .update(dispositifSession)
      .set({ [COLUMN[kind]]: current.id, version: session.version + 1, updatedAt: ctx.clock.now() })
      .where(thisSession(ctx, sessionId))
    const drafts = kind === 'form' && withDrafts ? await takeForm(tx, ctx, sessionId, current.id) : 0
    await refreshListing(tx, ctx, session.dispositifId)
    await record(tx, ctx, {
      action: 'dispositif_session.revised',
      objectType: 'dispositif_session',
      objectId: sessionId,
      changes: { kind, number: current.number, drafts },
    })
  })
}

async function takeForm(tx: Transaction, ctx: StaffContext, sessionId: string, formId: string) {
  const next = await formOf(tx, ctx, formId)
  const rows = await tx
    .select()
    .from(dossier)
    .where(
      and(
        eq(dossier.networkId, ctx.network.id),
        eq(dossier.sessionId, sessionId),
        eq(dossier.state, 'draft'),
      ),
    )
    .for('update')
  const now = ctx.clock.now()
  for (const row of rows) {
    const carried = carriedAnswers(row.answers, await formOf(tx, ctx, row.formId), next)
    const written = writtenColumns(next, carried, row.sponsorId)
    const version = row.version + 1
    await tx
      .update(dossier)
      .set({ ...written, title: written.title || row.title, formId, version, updatedAt: now })
      .where(thisDossier(ctx, row.id))
    const lost = Object.entries(row.answers).filter(([key]) => !Object.hasOwn(written.answers, key))
    if (lost.length > 0)
      await tx.insert(dossierSave).values({
        ...{ networkId: ctx.network.id, dossierId: row.id, version, accountId: ctx.account.id, at: now },
        ...{ fields: lost.map(([key]) => key), replaced: Object.fromEntries(lost) },
      })
  }
  return rows.length
}

/** What moving a session to the form in force does to who still writes in it. */
export async function effectsOnSession(
  ctx: Context,
  sessionId: string,
): Promise<(Effect & { name: Field['label'] })[]> {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const session = await lockSession(tx, ctx, sessionId)
    const current = await currentRevision(tx, ctx, session.dispositifId, 'form')
    if (!current || current.id === session.formId) return []
    const forms = [await formOf(tx, ctx, session.formId), await formOf(tx, ctx, current.id)] as const
    const fields = forms.flatMap(({ sections }) => sections.flatMap((one) => one.fields))
    return compatible(...forms).map((effect) => ({
      ...effect,
      name: fields.find(({ key }) => key === effect.key)!.label,
    }))
  })
}
