import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { crm } from '../permissions.ts'
import { appearedSince } from './appeared-since.server.ts'
import { countLines } from './count-lines.server.ts'
import type { Given, Reason } from './given.ts'
import { lookForPairs } from './import-outcome.server.ts'
import { type ImportRow, importRow, lockImport, setImport } from './import-row.server.ts'
import { type Judged, judgeLine, reasonsOf } from './judge-line.server.ts'
import { comparable, loadPositions, loadRecords } from './load-known.server.ts'
import { oneBehind } from './one-behind.ts'
import { writeExternalKeys } from './write-external-keys.server.ts'
import { writePeople } from './write-people.server.ts'
import { type ToWrite, writeRecords } from './write-records.server.ts'
import { loadWorn, writeTags } from './write-tags.server.ts'

const BATCH = 1000

/**
 * Writes what was checked and confirmed, a batch at a time. What a batch wrote and where it ended are one
 * transaction: a worker that dies is followed by one that goes on, with nothing twice.
 */
export const writeImport: WorkKind<{ importId: string }> = {
  name: 'crm.write_import',
  rule: crm['import:run'],
  run: async (ctx, { importId }, progress) => {
    const path = `/${ctx.network.slug}/bureau/imports/${importId}`
    const row = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    if (row.state !== 'writing') return { path }
    let after = row.writtenLine
    await oneBehind(
      async () => {
        const lines = await nextLines(ctx, row, after)
        after = lines.at(-1)?.line ?? after
        return lines.length > 0 ? lines : null
      },
      async (lines) => {
        const last = await inNetwork(ctx, (tx) => writeBatch(tx, ctx, importId, lines))
        await progress(Math.min(last, row.rowCount), row.rowCount)
      },
    )
    const counts = await inNetwork(ctx, async (tx) => {
      const { state } = await importRow(tx, ctx, importId, { lock: true })
      const found = await countLines(tx, ctx, importId)
      if (state !== 'writing') return found
      await setImport(tx, ctx, importId, { state: 'written', counts: found, finishedAt: ctx.clock.now() })
      return found
    })
    await lookForPairs(ctx, row.batchId!)
    return { path, counts: { rows: counts.create! + counts.update!, ...counts } }
  },
}

type Line = {
  line: number
  verdict: 'create' | 'update'
  organisationId: string
  given: Given
  reasons: Reason[]
  /** Of a line that makes a record, which depends on nothing else. */
  judged?: Judged
}

/** The next lines to write, read while those before them are written: nothing changes them any more. */
async function nextLines(ctx: StaffContext, row: ImportRow, after: number): Promise<Line[]> {
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<Line>(sql`
      select line, verdict, organisation_id as "organisationId", given, reasons from organisation_import_line
      where network_id = ${ctx.network.id} and import_id = ${row.id} and line > ${after}
        and verdict in ('create', 'update')
      order by line limit ${BATCH}`),
  )
  return rows.map((one) =>
    one.verdict === 'create' ? { ...one, judged: judgeLine(one.given, null, [], row.matching) } : one,
  )
}

/** Writes those that no other worker wrote meanwhile, with what became of their records since they were checked. */
async function writeBatch(
  tx: Transaction,
  ctx: StaffContext,
  importId: string,
  read: Line[],
): Promise<number> {
  const row = await lockImport(tx, ctx, importId, ['writing'])
  const lines = read.filter(({ line }) => line > row.writtenLine)
  if (lines.length === 0) return row.writtenLine
  const ids = lines.filter(({ verdict }) => verdict === 'update').map((one) => one.organisationId)
  const records = await loadRecords(tx, ctx, ids, { lock: true })
  const positions = await loadPositions(tx, ctx, ids)
  const worn = await loadWorn(tx, ctx, ids)
  const appeared = await appearedSince(tx, ctx, row, lines)
  const writes: ToWrite[] = []
  const settled: { line: number; verdict: 'same' | 'refused'; reasons: Reason[] }[] = []
  for (const one of lines) {
    const known = records.get(one.organisationId)
    const gone = one.verdict === 'update' && !known
    if (gone || appeared.has(one.line)) {
      const code = gone ? 'gone' : 'appeared'
      settled.push({ line: one.line, verdict: 'refused', reasons: [...one.reasons, { code, field: null }] })
      continue
    }
    const judged =
      one.judged ??
      judgeLine(
        one.given,
        known ? comparable(known) : null,
        positions.get(one.organisationId) ?? [],
        row.matching,
        worn.get(one.organisationId),
      )
    if (judged.verdict === 'same') settled.push({ line: one.line, verdict: 'same', reasons: one.reasons })
    else if (judged.verdict === 'refused')
      settled.push({ line: one.line, verdict: 'refused', reasons: reasonsOf(one.reasons, judged.faults) })
    else
      writes.push({
        ...judged,
        line: one.line,
        id: one.organisationId,
        given: one.given,
        known: known ?? null,
      })
  }
  await writeAll(tx, ctx, row, writes)
  await settle(tx, ctx, importId, settled)
  const last = lines.at(-1)!.line
  await setImport(tx, ctx, importId, { writtenLine: last })
  return last
}

async function writeAll(tx: Transaction, ctx: StaffContext, row: ImportRow, writes: ToWrite[]) {
  if (writes.length === 0) return
  const note = await writeRecords(tx, ctx, row, writes)
  await writePeople(tx, ctx, row, writes)
  await writeExternalKeys(tx, ctx, row, writes)
  await writeTags(tx, ctx, row, writes)
  // Last: what hangs on a new record is counted once all of it is there.
  await note()
}

async function settle(tx: Transaction, ctx: StaffContext, importId: string, lines: object[]) {
  if (lines.length === 0) return
  await tx.execute(sql`update organisation_import_line l set verdict = r.verdict, reasons = r.reasons
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, verdict text, reasons jsonb)
    where l.network_id = ${ctx.network.id} and l.import_id = ${importId} and l.line = r.line`)
}
