import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierEditor, dossierSave } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { account } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { openCorrection } from '../correction/open-correction.server.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import { demandEditor, lockOwnDossier } from '../editor/editors.server.ts'
import { notOpenToHolder } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { basesOf } from './answer-base.ts'
import { mergeAnswers } from './merge-answers.ts'
import { openFields } from './open-fields.ts'

/** A browser says every twenty seconds that it has the form open. */
const STILL_THERE_MS = 45_000

export type Sent = {
  answers: Record<string, unknown>
  bases: Record<string, string>
  chosen?: Record<string, 'mine' | 'theirs'>
}

/**
 * Keeps what one person wrote of a form that others may write too. What only they changed is written; what
 * only others changed stays; of what both changed nothing is written before whoever came second chooses.
 */
export async function saveAnswers(ctx: Context, id: string, { answers: sent, bases, chosen }: Sent) {
  demand(ctx, dispositifs['dossier:hold'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, id)
    const definition = await formOf(tx, ctx, before.formId)
    const open = openFields(definition, before, await openCorrection(tx, ctx, id))
    if (open.length === 0) throw notOpenToHolder()
    const merged = mergeAnswers({
      standing: before.answers,
      sent,
      bases,
      open,
      ...(chosen ? { chosen } : {}),
    })
    const now = ctx.clock.now()
    await tx.update(dossierEditor).set({ seenAt: now }).where(thisEditor(ctx, before.editorId))
    let { version } = before
    let answers = before.answers
    if (merged.written.length > 0) {
      version += 1
      const written = writtenColumns(definition, merged.answers, before.sponsorId)
      answers = written.answers
      await tx
        .update(dossier)
        .set({ ...written, title: written.title || before.title, version, updatedAt: now })
        .where(thisDossier(ctx, id))
      await keepSave(tx, ctx, id, { version, at: now, fields: merged.written, replaced: merged.replaced })
    }
    return { version, answers, definition, at: now, merged, bases: basesOf(definition, answers) }
  })
}

const thisEditor = (ctx: StaffContext, id: string) =>
  and(eq(dossierEditor.networkId, ctx.network.id), eq(dossierEditor.id, id))

type Save = { version: number; at: Date; fields: string[]; replaced: Record<string, unknown> }

/** One person's saves that follow one another are one line: they come every few seconds. */
async function keepSave(tx: Transaction, ctx: StaffContext, dossierId: string, save: Save) {
  const [last] = await tx
    .select()
    .from(dossierSave)
    .where(and(eq(dossierSave.networkId, ctx.network.id), eq(dossierSave.dossierId, dossierId)))
    .orderBy(desc(dossierSave.version))
    .limit(1)
  if (last?.accountId === ctx.account.id && Object.keys(save.replaced).length === 0) {
    await tx
      .update(dossierSave)
      .set({ version: save.version, at: save.at, fields: [...new Set([...last.fields, ...save.fields])] })
      .where(
        and(
          eq(dossierSave.networkId, ctx.network.id),
          eq(dossierSave.dossierId, dossierId),
          eq(dossierSave.version, last.version),
        ),
      )
    return
  }
  await tx
    .insert(dossierSave)
    .values({ networkId: ctx.network.id, dossierId, accountId: ctx.account.id, ...save })
  await record(tx, ctx, {
    action: 'dossier.filled',
    objectType: 'dossier',
    objectId: dossierId,
    changes: { fields: save.fields },
  })
}

/** Who else has this form open now, and what others wrote since a version. */
export async function whoElse(ctx: Context, id: string, since: number) {
  demand(ctx, dispositifs['dossier:hold'])
  return inNetwork(ctx, async (tx) => {
    const { editorId, version } = await demandEditor(tx, ctx, id)
    const now = ctx.clock.now()
    await tx.update(dossierEditor).set({ seenAt: now }).where(thisEditor(ctx, editorId))
    const there = await tx
      .select({ name: account.name })
      .from(dossierEditor)
      .innerJoin(account, eq(account.id, dossierEditor.accountId))
      .where(
        and(
          eq(dossierEditor.networkId, ctx.network.id),
          eq(dossierEditor.dossierId, id),
          ne(dossierEditor.id, editorId),
          isNull(dossierEditor.removedAt),
          gt(dossierEditor.seenAt, new Date(now.getTime() - STILL_THERE_MS)),
        ),
      )
    const saves = await tx
      .select({ by: account.name, fields: dossierSave.fields, at: dossierSave.at })
      .from(dossierSave)
      .leftJoin(account, eq(account.id, dossierSave.accountId))
      .where(
        and(
          eq(dossierSave.networkId, ctx.network.id),
          eq(dossierSave.dossierId, id),
          gt(dossierSave.version, since),
          sql`${dossierSave.accountId} is distinct from ${ctx.account.id}`,
        ),
      )
      .orderBy(desc(dossierSave.version))
    return { version, there: there.map(({ name }) => name), saves }
  })
}

/** Who last wrote these fields, for whoever must choose between two versions. */
export async function lastWriters(ctx: Context, id: string, keys: string[]): Promise<Record<string, string>> {
  demand(ctx, dispositifs['dossier:hold'])
  return inNetwork(ctx, async (tx) => {
    await demandEditor(tx, ctx, id)
    const saves = await tx
      .select({ by: account.name, fields: dossierSave.fields })
      .from(dossierSave)
      .leftJoin(account, eq(account.id, dossierSave.accountId))
      .where(and(eq(dossierSave.networkId, ctx.network.id), eq(dossierSave.dossierId, id)))
      .orderBy(desc(dossierSave.version))
    return Object.fromEntries(
      keys.map((key) => [key, saves.find(({ fields }) => fields.includes(key))?.by ?? '']),
    )
  })
}
