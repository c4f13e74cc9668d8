import { and, desc, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierImport, type dossierImportLine } from '#db/schema/dispositifs/import.ts'
import { account } from '#db/schema/identity.ts'
import { longWork } from '#db/schema/kernel.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { type ImportRow, importRow } from './import-row.server.ts'
import { targetsOfSession } from './match-headings.server.ts'

export const LINES_PER_PAGE = 50
export const LINE_KINDS = ['create', 'update', 'kept', 'choose', 'refused', 'same'] as const
export type LineKind = (typeof LINE_KINDS)[number]
export type LineView = typeof dossierImportLine.$inferSelect & { title: string; holder: string | null }

/** One import of this session: how far its work is, and what its columns may be. */
export async function getImport(ctx: Context, sessionId: string, id: string) {
  demand(ctx, dispositifs['dossier:import'])
  const session = await getSession(ctx, sessionId)
  return inNetwork(ctx, async (tx) => {
    const row = await importRow(tx, ctx, id)
    if (row.sessionId !== sessionId) throw notFound()
    const [work] = row.workId
      ? await tx
          .select()
          .from(longWork)
          .where(and(eq(longWork.networkId, ctx.network.id), eq(longWork.id, row.workId)))
      : []
    return {
      ...row,
      session,
      targets: await targetsOfSession(tx, ctx, session),
      samples: await samplesOf(tx, ctx, row),
      gone: await namesOf(tx, ctx, row.absent),
      work: work ? { ...work, own: work.accountId === ctx.account.id } : null,
    }
  })
}

export type ImportPage = Awaited<ReturnType<typeof getImport>>

/** A few different values of each column. */
async function samplesOf(tx: Transaction, ctx: StaffContext, row: ImportRow): Promise<string[][]> {
  if (row.state !== 'matching' && row.state !== 'checked') return []
  const { rows } = await tx.execute<{ cells: string[] }>(sql`select cells from dossier_import_line
    where network_id = ${ctx.network.id} and import_id = ${row.id} order by line limit 20`)
  return row.columns.map((_, at) =>
    [...new Set(rows.map(({ cells }) => (cells[at] ?? '').trim()).filter(Boolean))].slice(0, 3),
  )
}

async function namesOf(tx: Transaction, ctx: StaffContext, ids: string[]) {
  if (ids.length === 0) return []
  const { rows } = await tx.execute<{ id: string; number: number; external: string; title: string }>(sql`
    select id, number, external_number as external, title from dossier
    where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[]) order by number`)
  return rows
}

/** Those of a session, the last first. */
export async function findImports(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['dossier:import'])
  const { id, name, state, counts, rowCount, createdAt, networkId } = dossierImport
  return inNetwork(ctx, (tx) =>
    tx
      .select({ id, name, state, counts, rowCount, createdAt, by: account.name })
      .from(dossierImport)
      .leftJoin(account, eq(account.id, dossierImport.accountId))
      .where(and(eq(networkId, ctx.network.id), eq(dossierImport.sessionId, sessionId)))
      .orderBy(desc(createdAt))
      .limit(50),
  )
}

const OF_KIND = (kind: LineKind) =>
  kind === 'kept'
    ? sql`exists (select from jsonb_each(l.changes) c where (c.value ->> 'kept')::boolean)`
    : // A holder that was just chosen stays in sight of who is choosing.
      kind === 'choose'
      ? sql`(l.verdict = 'choose' or l.makes_holder)`
      : sql`l.verdict = ${kind}`

/** The lines of one kind, a page at a time; all of them when no page is asked. */
export async function findLines(ctx: Context, id: string, kind: LineKind, page: number | null) {
  demand(ctx, dispositifs['dossier:import'])
  return inNetwork(ctx, async (tx) => {
    await importRow(tx, ctx, id)
    const from = sql`from dossier_import_line l
      where l.network_id = ${ctx.network.id} and l.import_id = ${id} and ${OF_KIND(kind)}`
    const counted = await tx.execute<{ total: number }>(sql`select count(*)::int as total ${from}`)
    const skip = page === null ? sql`` : sql`limit ${LINES_PER_PAGE} offset ${(page - 1) * LINES_PER_PAGE}`
    const { rows } = await tx.execute<LineView>(sql`
      select l.line, l.cells, l.external_number as "externalNumber", l.verdict, l.given, l.changes, l.faults,
        l.dossier_id as "dossierId", l.holder_id as "holderId", l.makes_holder as "makesHolder", l.taken,
        (select name from organisation o where o.network_id = l.network_id and o.id = l.holder_id) as holder,
        coalesce((select d.title from dossier d where d.network_id = l.network_id and d.id = l.dossier_id), '')
          as title
      ${from} order by l.line ${skip}`)
    return { lines: rows, total: counted.rows[0]!.total }
  })
}
