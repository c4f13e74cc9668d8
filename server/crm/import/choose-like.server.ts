import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { countLines } from './count-lines.server.ts'
import type { Given, Reason } from './given.ts'
import { type ImportRow, lockImport, setImport } from './import-row.server.ts'
import { judgeLine } from './judge-line.server.ts'
import { lineTold } from './line-told.ts'
import { comparable, loadPositions, loadRecords } from './load-known.server.ts'
import { loadWorn } from './write-tags.server.ts'

/** `new`, `skip`, or the id of one of the records proposed. */
export type Choice = { line: number; choice: string }
type Line = { line: number; given: Given; reasons: Reason[]; likely: { id: string }[] }

const MOST = 1000

/** Says of lines that resemble a record what they are. What was not proposed for a line is no choice. */
export async function chooseLike(ctx: Context, id: string, choices: Choice[]): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['checked'])
    const lines = await likeLines(
      tx,
      ctx,
      id,
      sql`line = any (${sql.param(choices.map(({ line }) => line))}::int[])`,
    )
    const chosen = new Map(choices.map(({ line, choice }) => [line, choice]))
    await settleLike(
      tx,
      ctx,
      row,
      lines.map((line) => ({ line, choice: chosen.get(line.line)! })),
    )
    await setImport(tx, ctx, id, { counts: await countLines(tx, ctx, id) })
  })
}

/** The same answer for every line that is still a question. */
export async function chooseAllLike(ctx: Context, id: string, choice: 'new' | 'skip'): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['checked'])
    for (;;) {
      const lines = await likeLines(tx, ctx, id, sql`true`)
      await settleLike(
        tx,
        ctx,
        row,
        lines.map((line) => ({ line, choice })),
      )
      if (lines.length < MOST) break
    }
    await setImport(tx, ctx, id, { counts: await countLines(tx, ctx, id) })
  })
}

async function likeLines(tx: Transaction, ctx: StaffContext, id: string, which: ReturnType<typeof sql>) {
  const { rows } =
    await tx.execute<Line>(sql`select line, given, reasons, likely from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${id} and verdict = 'like' and ${which}
    order by line limit ${MOST}`)
  return rows
}

async function settleLike(
  tx: Transaction,
  ctx: StaffContext,
  row: ImportRow,
  chosen: { line: Line; choice: string }[],
) {
  const ids = chosen.flatMap(({ line, choice }) =>
    line.likely.some(({ id }) => id === choice) ? [choice] : [],
  )
  const [records, positions] = [await loadRecords(tx, ctx, ids), await loadPositions(tx, ctx, ids)]
  const worn = await loadWorn(tx, ctx, ids)
  const taken = await takenByLines(tx, ctx, row.id, ids)
  const settled = chosen.flatMap(({ line, choice }) => {
    const said = { line: line.line, reasons: line.reasons, organisationId: null as string | null }
    if (choice === 'skip')
      return [
        { ...said, verdict: 'refused', reasons: [...line.reasons, { code: 'left_by_choice', field: null }] },
      ]
    const known = records.get(choice)
    if (choice !== 'new' && !known) return []
    const twice = taken.get(choice)
    if (twice !== undefined) {
      const reason = { code: 'line_twice', field: null, value: String(twice) }
      return [{ ...said, verdict: 'refused', reasons: [...line.reasons, reason] }]
    }
    const judged = judgeLine(
      line.given,
      known ? comparable(known) : null,
      positions.get(choice) ?? [],
      row.matching,
      worn.get(choice),
    )
    if (judged.verdict === 'refused')
      return [{ ...said, verdict: 'refused', reasons: [...line.reasons, ...judged.faults] }]
    if (known) taken.set(known.id, line.line)
    const told = lineTold(judged, line.given, known)
    return [{ ...said, ...told, verdict: judged.verdict, organisationId: known ? known.id : v7() }]
  })
  if (settled.length === 0) return
  await tx.execute(sql`update organisation_import_line l
    set verdict = r.verdict, organisation_id = r."organisationId", reasons = r.reasons,
      changes = r.changes, named_otherwise = coalesce(r."namedOtherwise", false)
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as r(line int, verdict text, "organisationId" uuid, reasons jsonb, changes jsonb, "namedOtherwise" boolean)
    where l.network_id = ${ctx.network.id} and l.import_id = ${row.id} and l.line = r.line`)
}

/** The lines of the file that are these records already: a record is written by one line alone. */
async function takenByLines(tx: Transaction, ctx: StaffContext, importId: string, ids: string[]) {
  const { rows } = await tx.execute<{ id: string; line: number }>(sql`
    select organisation_id as id, min(line) as line from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} and verdict <> 'refused'
      and organisation_id = any (${sql.param(ids)}::uuid[]) group by 1`)
  return new Map(rows.map(({ id, line }) => [id, line]))
}
