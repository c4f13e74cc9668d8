import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierImportLine } from '#db/schema/dispositifs/import.ts'
import { createOrganisation, organisationInput } from '#server/crm/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { countLines } from './check-lines.server.ts'
import { findHolders } from './find-holders.server.ts'
import { importRow, lockImport, pathOf, setImport } from './import-row.server.ts'
import { targetsOfSession } from './match-headings.server.ts'
import { type ImportLine, writeLines } from './write-lines.server.ts'

const BATCH = 100

/**
 * Writes what was checked, a batch at a time. What a batch wrote and where it ended are one transaction: a
 * worker that dies is followed by one that goes on, with nothing twice.
 */
export const writeImport: WorkKind<{ importId: string }> = {
  name: 'dispositifs.write_import',
  rule: dispositifs['dossier:import'],
  run: async (ctx, { importId }, progress) => {
    const row = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    const path = pathOf(ctx, row)
    let done = 0
    for (;;) {
      const waiting = await inNetwork(ctx, (tx) => nextLines(tx, ctx, importId))
      if (waiting.length === 0) break
      await makeHolders(ctx, importId, waiting)
      const last = await inNetwork(ctx, (tx) => writeBatch(tx, ctx, importId))
      if (last === null) break
      done += waiting.length
      await progress(done, row.rowCount)
    }
    const counts = await inNetwork(ctx, async (tx) => {
      const { state } = await importRow(tx, ctx, importId)
      const counts = await countLines(tx, ctx, importId)
      if (state === 'writing')
        await setImport(tx, ctx, importId, { state: 'written', counts, finishedAt: ctx.clock.now() })
      return counts
    })
    return { path, counts: { rows: counts.create! + counts.update!, ...counts } }
  },
}

/** Lines that write something, or say what is already so: what the platform said is noted of all of them. */
async function nextLines(tx: Transaction, ctx: StaffContext, importId: string): Promise<ImportLine[]> {
  const row = await importRow(tx, ctx, importId)
  if (row.state !== 'writing') return []
  const { networkId, line, verdict } = dossierImportLine
  return tx
    .select()
    .from(dossierImportLine)
    .where(
      and(
        ...[eq(networkId, ctx.network.id), eq(dossierImportLine.importId, importId)],
        ...[gt(line, row.writtenLine), inArray(verdict, ['create', 'update', 'same'])],
      ),
    )
    .orderBy(asc(line))
    .limit(BATCH)
}

/** Each new holder once: an earlier line, or an earlier try of this one, may have made it. */
async function makeHolders(ctx: StaffContext, importId: string, lines: ImportLine[]) {
  for (const { line, given } of lines.filter((one) => one.makesHolder && !one.holderId)) {
    const finder = await findHolders(ctx, [given], [])
    const made = finder.holderOf(given) ?? (await create(ctx, given))
    await inNetwork(ctx, (tx) =>
      tx
        .update(dossierImportLine)
        .set({ holderId: made })
        .where(
          and(
            eq(dossierImportLine.networkId, ctx.network.id),
            eq(dossierImportLine.importId, importId),
            eq(dossierImportLine.line, line),
          ),
        ),
    )
  }
}

/** An association, with the numbers the file gives when they are true ones. */
async function create(ctx: StaffContext, { holder, siret, rna }: ImportLine['given']): Promise<string> {
  const digits = typeof siret === 'string' ? siret : ''
  const asked = { name: holder, kind: 'association' }
  const numbered = { siret: digits.length === 14 ? digits : '', siren: digits.slice(0, 9), rna: rna ?? '' }
  const whole = organisationInput.safeParse({ ...asked, ...numbered })
  return (await createOrganisation(ctx, whole.success ? whole.data : organisationInput.parse(asked))).id
}

async function writeBatch(tx: Transaction, ctx: StaffContext, importId: string): Promise<number | null> {
  const row = await lockImport(tx, ctx, importId, ['writing'])
  const lines = await nextLines(tx, ctx, importId)
  if (lines.length === 0) return null
  const session = await lockSession(tx, ctx, row.sessionId)
  const targets = new Map((await targetsOfSession(tx, ctx, session)).map((one) => [one.key, one]))
  await writeLines(tx, ctx, { id: importId, session, targets }, lines)
  const last = lines.at(-1)!.line
  await setImport(tx, ctx, importId, { writtenLine: last })
  return last
}
