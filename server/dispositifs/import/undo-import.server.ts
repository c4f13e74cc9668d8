import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierImportLine, dossierOutside } from '#db/schema/dispositifs/import.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { RawAnswers } from '../dossier/dossier.schema.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import { dispositifs } from '../permissions.ts'
import { touchedSince } from './errors.ts'
import { withHanging } from './hanging-on.server.ts'
import { lockImport, setImport } from './import-row.server.ts'

type Before = {
  answers: RawAnswers
  externalStatus: string
  submittedAt: string | null
  sponsorId: string | null
  said: Record<string, unknown>
}

/**
 * As if the file had never come: its new dossiers go, the others are as they were before. Whole or not at
 * all: one dossier that somebody touched since holds it back, and is named. Holders that were made stay.
 */
export async function undoImport(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dossier:import'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['written'])
    const { rows: all } = await tx.execute<{ id: string; number: number; made: boolean; since: boolean }>(sql`
      select d.id, d.number, l.before is null as made, d.updated_at <> l.touched_at or exists (
        select from dossier_waiver w where w.network_id = d.network_id and w.dossier_id = d.id
          and w.at > l.touched_at) as since
      from dossier_import_line l
        join dossier d on d.network_id = l.network_id and d.id = l.dossier_id
      where l.network_id = ${ctx.network.id} and l.import_id = ${id} and l.touched_at is not null
      order by d.number for update of d`)
    const made = all.flatMap((one) => (one.made ? one.id : []))
    const hung = await withHanging(tx, ctx, made)
    const since = all.filter((one) => one.since || hung.has(one.id))
    if (since.length > 0) throw touchedSince(since.map(({ number }) => number))
    const lines = await tx
      .select()
      .from(dossierImportLine)
      .where(
        and(
          eq(dossierImportLine.networkId, ctx.network.id),
          eq(dossierImportLine.importId, id),
          isNotNull(dossierImportLine.touchedAt),
          isNotNull(dossierImportLine.dossierId),
        ),
      )
    for (const { dossierId, before } of lines) {
      if (before === null) {
        await tx.delete(dossier).where(thisDossier(ctx, dossierId!))
        continue
      }
      const { answers, externalStatus, submittedAt, sponsorId, said } = before as Before
      const [held] = await tx.select().from(dossier).where(thisDossier(ctx, dossierId!))
      const form = await formOf(tx, ctx, held!.formId)
      await tx
        .update(dossier)
        .set({
          ...writtenColumns(form, answers, sponsorId),
          ...{ externalStatus, submittedAt: submittedAt ? new Date(submittedAt) : null },
          ...{ version: held!.version + 1, updatedAt: ctx.clock.now() },
        })
        .where(thisDossier(ctx, dossierId!))
      await tx
        .update(dossierOutside)
        .set({ said, updatedAt: ctx.clock.now() })
        .where(and(eq(dossierOutside.networkId, ctx.network.id), eq(dossierOutside.dossierId, dossierId!)))
    }
    await setImport(tx, ctx, id, { state: 'undone', finishedAt: ctx.clock.now() })
    await record(tx, ctx, {
      action: 'dossier_import.undone',
      objectType: 'dispositif_session',
      objectId: row.sessionId,
      changes: { name: row.name, dossiers: lines.length },
    })
  })
}
