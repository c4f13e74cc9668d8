import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lastEditor } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { demandEditor, editorsOf, lockOwnDossier } from './editors.server.ts'

/** Somebody writes this dossier no longer, oneself perhaps: from the next click on. Whoever is there last stays. */
export async function removeEditor(ctx: Context, dossierId: string, editorId: string) {
  demand(ctx, dispositifs['dossier:hold'])
  return inNetwork(ctx, async (tx) => {
    const mine = await demandEditor(tx, ctx, dossierId)
    // Who only reads may leave, and nothing else.
    if (mine.editorId !== editorId) await lockOwnDossier(tx, ctx, dossierId)
    const editors = await editorsOf(tx, ctx, dossierId)
    const leaving = editors.find(({ id }) => id === editorId)
    if (!leaving) throw notFound()
    const writes = editors.filter(({ accountId, access }) => accountId !== null && access === 'write')
    if (writes.length === 1 && writes[0]!.id === editorId) throw lastEditor()
    await tx
      .update(dossierEditor)
      .set({ removedAt: ctx.clock.now() })
      .where(and(eq(dossierEditor.networkId, ctx.network.id), eq(dossierEditor.id, editorId)))
    const self = leaving.accountId === ctx.account.id
    await record(tx, ctx, {
      action: self ? 'dossier.editor_left' : 'dossier.editor_removed',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { name: leaving.name || leaving.email },
    })
    return { self }
  })
}
