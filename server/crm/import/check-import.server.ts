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
import { type KnownOne, knownOrganisations, type OrganisationIndex } from './known-organisations.server.ts'
import { comparable, loadPositions, loadRecords } from './load-known.server.ts'
import { withOwnLabels } from './own-labels.ts'
import { readLine } from './read-line.server.ts'
import { loadWorn } from './write-tags.server.ts'

const BATCH = 1000

type Checked = {
  line: number
  verdict: Verdict
  organisationId: string | null
  given: Given
  reasons: Reason[]
  likely: Pick<KnownOne, 'id' | 'name' | 'city'>[]
}

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
    for (;;) {
      const checked = await checkBatch(ctx, row, last, index, taken)
      if (checked.length === 0) break
      last = checked.at(-1)!.line
      done += checked.length
      await progress(done, row.rowCount)
    }
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
  return inNetwork(ctx, async (tx) => {
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
    const worn = await loadWorn(tx, ctx, ids)
    const checked = read.map(({ line, given, reasons, match }): Checked => {
      const said = { line, given, reasons, likely: [], organisationId: null }
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
      return { ...said, verdict: judged.verdict, organisationId: known ? id : v7() }
    })
    await tx.execute(sql`update organisation_import_line l
      set verdict = r.verdict, organisation_id = r."organisationId", given = r.given, reasons = r.reasons, likely = r.likely
      from jsonb_to_recordset(${JSON.stringify(checked)}::jsonb)
        as r(line int, verdict text, "organisationId" uuid, given jsonb, reasons jsonb, likely jsonb)
      where l.network_id = ${ctx.network.id} and l.import_id = ${row.id} and l.line = r.line`)
    return checked
  })
}

/** What earlier lines of the file already are: the second line of one organisation is refused. */
class TakenByLines {
  private readonly lines = new Map<string, number>()

  take(line: number, { fields, externalKey }: Given, organisationId: string | null): Reason | null {
    const keys = [
      organisationId && `o${organisationId}`,
      externalKey && `x${externalKey}`,
      fields.siret ? `t${fields.siret}` : fields.siren && `n${fields.siren}`,
      fields.rna && `r${fields.rna}`,
      // Homonyms of one place with numbers of their own are two.
      !fields.siren &&
        !fields.siret &&
        !fields.rna &&
        `m${fields.name} ${fields.insee ?? fields.postalCode ?? ''}`,
    ].filter((key): key is string => Boolean(key))
    const before = keys.map((key) => this.lines.get(key)).find((at) => at !== undefined)
    if (before !== undefined) return { code: 'line_twice', field: null, value: String(before) }
    for (const key of keys) this.lines.set(key, line)
    return null
  }
}
