import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { crm } from '../permissions.ts'
import { countLines } from './count-lines.server.ts'
import type { Given, Reason, Verdict } from './given.ts'
import { type ImportRow, importRow, setImport } from './import-row.server.ts'
import { judgeLine, reasonsOf } from './judge-line.server.ts'
import { knownOrganisations } from './known-organisations.server.ts'
import { lineTold, type Told } from './line-told.ts'
import { comparable, loadPositions, loadRecords } from './load-known.server.ts'
import { oneBehind } from './one-behind.ts'
import type { KnownOne, OrganisationIndex } from './organisation-index.ts'
import { withOwnLabels } from './own-labels.ts'
import { readLine } from './read-line.server.ts'
import { TakenByLines } from './taken-by-lines.ts'
import { loadWorn } from './write-tags.server.ts'

const BATCH = 1000
const UNTOLD: Told = { changes: null, namedOtherwise: false }

type Checked = {
  line: number
  verdict: Verdict
  organisationId: string | null
  given: Given
  reasons: Reason[]
  likely: Pick<KnownOne, 'id' | 'name' | 'city'>[]
} & Told

/** Says of every line what it would do, and writes none of it; begun again, it says it all again. */
export const checkImport: WorkKind<{ importId: string }> = {
  name: 'crm.check_import',
  rule: crm['import:run'],
  run: async (ctx, { importId }, progress) => {
    const path = `/${ctx.network.slug}/bureau/imports/${importId}`
    const row = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    if (row.state !== 'checking') return { path }
    const index = await knownOrganisations(ctx, row.matching.source)
    const taken = new TakenByLines()
    let [last, done] = [0, 0]
    await oneBehind(
      async () => {
        const checked = await checkBatch(ctx, row, last, index, taken)
        last = checked.at(-1)?.line ?? last
        return checked.length > 0 ? checked : null
      },
      async (checked) => {
        await tellVerdicts(ctx, row, checked)
        done += checked.length
        await progress(done, row.rowCount)
      },
    )
    await inNetwork(ctx, async (tx) => {
      const counts = await countLines(tx, ctx, importId)
      await setImport(tx, ctx, importId, { state: 'checked', counts, checkedAt: ctx.clock.now() })
    })
    return { path, counts: { rows: done } }
  },
}

async function checkBatch(
  ctx: StaffContext,
  row: ImportRow,
  after: number,
  index: OrganisationIndex,
  taken: TakenByLines,
): Promise<Checked[]> {
  const { read, records, positions, worn } = await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ line: number; cells: string[] }>(sql`
      select line, cells from organisation_import_line
      where network_id = ${ctx.network.id} and import_id = ${row.id} and line > ${after}
      order by line limit ${BATCH}`)
    const answers = withOwnLabels(row.answers, ctx.network)
    const own = await ownFields(tx, ctx)
    const read = rows.map(({ line, cells }) => {
      const { given, reasons } = readLine(cells, row.matching, answers, own)
      return { line, given, reasons, match: index.find(given) }
    })
    const ids = read.flatMap(({ match }) => (match && 'one' in match ? [match.one] : []))
    const [records, positions] = [await loadRecords(tx, ctx, ids), await loadPositions(tx, ctx, ids)]
    return { read, records, positions, worn: await loadWorn(tx, ctx, ids) }
  })
  // Outside: what the file already took is counted once, were the transaction played again.
  return read.map(({ line, given, reasons, match }): Checked => {
    const said = { line, given, reasons, likely: [], organisationId: null, ...UNTOLD }
    const twice = taken.take(line, given, match && 'one' in match ? match.one : null)
    if (twice) return { ...said, verdict: 'refused', reasons: [...reasons, twice] }
    if (match && 'like' in match) {
      const judged = judgeLine(given, null, [], row.matching)
      if (judged.verdict === 'refused')
        return { ...said, verdict: 'refused', reasons: reasonsOf(reasons, judged.faults) }
      const likely = match.like.map(({ id, name, city }) => ({ id, name, city }))
      return { ...said, verdict: 'like', likely }
    }
    const id = match ? match.one : null
    const known = id ? records.get(id) : undefined
    const judged = judgeLine(
      given,
      known ? comparable(known) : null,
      positions.get(id ?? '') ?? [],
      row.matching,
      worn.get(id ?? ''),
    )
    if (judged.verdict === 'refused')
      return { ...said, verdict: 'refused', organisationId: id, reasons: reasonsOf(reasons, judged.faults) }
    const told = lineTold(judged, given, known)
    return { ...said, ...told, verdict: judged.verdict, organisationId: known ? id : v7() }
  })
}

async function tellVerdicts(ctx: StaffContext, row: ImportRow, checked: Checked[]) {
  const told = JSON.stringify(checked)
  await inNetwork(ctx, (tx) =>
    tx.execute(sql`update organisation_import_line l
      set verdict = r.verdict, organisation_id = r."organisationId", given = r.given, reasons = r.reasons, likely = r.likely,
        changes = r.changes, named_otherwise = r."namedOtherwise"
      from jsonb_to_recordset(${told}::jsonb)
        as r(line int, verdict text, "organisationId" uuid, given jsonb, reasons jsonb, likely jsonb,
          changes jsonb, "namedOtherwise" boolean)
      where l.network_id = ${ctx.network.id} and l.import_id = ${row.id} and l.line = r.line`),
  )
}
