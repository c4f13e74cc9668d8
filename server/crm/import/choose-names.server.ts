import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { countLines } from './count-lines.server.ts'
import type { Given } from './given.ts'
import { lockImport, setImport } from './import-row.server.ts'
import { judgeLine } from './judge-line.server.ts'
import { lineTold } from './line-told.ts'
import { comparable, loadPositions, loadRecords } from './load-known.server.ts'
import type { Matching } from './matching.schema.ts'
import { loadWorn } from './write-tags.server.ts'

type Line = { line: number; organisationId: string; given: Given }
const BATCH = 1000

/** Lets known records keep their names, or take those of the file: what the lines concerned do is said again. */
export async function chooseNames(ctx: Context, id: string, names: Matching['names']): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['checked'])
    const matching: Matching = { ...row.matching, names }
    for (let after = 0; ; ) {
      const lines = await linesNamedOtherwise(tx, ctx, id, after)
      if (lines.length === 0) break
      await judgeAgain(tx, ctx, id, matching, lines)
      after = lines.at(-1)!.line
    }
    await setImport(tx, ctx, id, { matching, counts: await countLines(tx, ctx, id) })
  })
}

async function linesNamedOtherwise(tx: Transaction, ctx: StaffContext, importId: string, after: number) {
  const { rows } = await tx.execute<Line>(sql`
    select line, organisation_id as "organisationId", given from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} and line > ${after}
      and named_otherwise and verdict in ('update', 'same') and given is not null
    order by line limit ${BATCH}`)
  return rows
}

async function judgeAgain(
  tx: Transaction,
  ctx: StaffContext,
  importId: string,
  matching: Matching,
  lines: Line[],
) {
  const ids = lines.map(({ organisationId }) => organisationId)
  const [records, positions] = [await loadRecords(tx, ctx, ids), await loadPositions(tx, ctx, ids)]
  const worn = await loadWorn(tx, ctx, ids)
  const judged = lines.flatMap(({ line, organisationId, given }) => {
    const known = records.get(organisationId)
    if (!known) return []
    const there = positions.get(organisationId) ?? []
    const found = judgeLine(given, comparable(known), there, matching, worn.get(organisationId))
    if (found.verdict === 'refused') return []
    return [{ line, verdict: found.verdict, ...lineTold(found, given, known) }]
  })
  await tx.execute(sql`update organisation_import_line l
    set verdict = r.verdict, changes = r.changes, named_otherwise = r."namedOtherwise"
    from jsonb_to_recordset(${JSON.stringify(judged)}::jsonb)
      as r(line int, verdict text, changes jsonb, "namedOtherwise" boolean)
    where l.network_id = ${ctx.network.id} and l.import_id = ${importId} and l.line = r.line`)
}
