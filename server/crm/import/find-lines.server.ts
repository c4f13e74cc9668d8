import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import type { Given, Reason, Verdict } from './given.ts'
import { importRow } from './import-row.server.ts'
import type { LineChanges } from './line-told.ts'

export const LINES_PER_PAGE = 30
export const LINE_VERDICTS = ['create', 'update', 'same', 'refused', 'like', 'noted', 'renamed'] as const
export type LineVerdict = (typeof LINE_VERDICTS)[number]

export type ImportLine = {
  line: number
  verdict: Verdict
  organisationId: string | null
  /** The name the file gives, else the one the record has. */
  name: string | null
  /** The name the record has. */
  recordName: string | null
  /** Of a line that is a question: what the file has, as it has it. */
  cells: string[] | null
  published: boolean
  given: Given | null
  /** What it changes, as the record was when the line was checked. */
  changes: LineChanges | null
  namedOtherwise: boolean
  reasons: Reason[]
  likely: { id: string; name: string; city: string | null }[]
}

/** A page of the lines that end alike. */
export async function findLines(ctx: Context, id: string, verdict: LineVerdict, page: number) {
  demand(ctx, crm['import:run'])
  return inNetwork(ctx, async (tx) => {
    await importRow(tx, ctx, id)
    const mine = sql`l.network_id = ${ctx.network.id} and l.import_id = ${id} and ${such(verdict)}`
    const { rows } = await tx.execute<ImportLine>(sql`
      select l.line, l.verdict, l.organisation_id as "organisationId", l.given, l.reasons, l.likely, l.changes,
        case l.verdict when 'like' then l.cells end as cells,
        l.named_otherwise as "namedOtherwise", o.name as "recordName", o.published_at is not null as published,
        coalesce(l.given -> 'fields' ->> 'name', o.name) as name
      from organisation_import_line l
        left join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
      where ${mine} order by l.line offset ${(page - 1) * LINES_PER_PAGE} limit ${LINES_PER_PAGE}`)
    const { rows: size } = await tx.execute<{ total: number }>(
      sql`select count(*)::int as total from organisation_import_line l where ${mine}`,
    )
    return {
      items: rows,
      total: size[0]!.total,
      page,
      pages: Math.max(1, Math.ceil(size[0]!.total / LINES_PER_PAGE)),
    }
  })
}

function such(verdict: LineVerdict) {
  if (verdict === 'noted') return sql`l.verdict <> 'refused' and l.reasons <> '[]'`
  if (verdict === 'renamed') return sql`l.named_otherwise and l.verdict in ('update', 'same')`
  return sql`l.verdict = ${verdict}`
}

export type RefusedLine = { line: number; cells: string[]; reasons: Reason[] }
const BATCH = 1000

/** Every line that stays out, as the file had it, with why; lines nobody chose for are among them. */
export async function* refusedLines(ctx: Context, id: string): AsyncGenerator<RefusedLine> {
  demand(ctx, crm['import:run'])
  let after = 0
  for (;;) {
    const { rows } = await inNetwork(ctx, (tx) =>
      tx.execute<RefusedLine>(sql`
        select line, cells, case verdict when 'like' then '[{"code": "like", "field": null}]' else reasons end as reasons
        from organisation_import_line
        where network_id = ${ctx.network!.id} and import_id = ${id} and verdict in ('refused', 'like') and line > ${after}
        order by line limit ${BATCH}`),
    )
    yield* rows
    if (rows.length < BATCH) return
    after = rows.at(-1)!.line
  }
}
