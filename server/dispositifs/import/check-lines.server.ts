import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierImportLine } from '#db/schema/dispositifs/import.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Progress, WorkKind } from '#server/kernel/work/work.ts'
import type { OrganisationAnswer } from '../form/answer.schema.ts'
import { dispositifs } from '../permissions.ts'
import { emptiedNumbers } from '../retention/emptied-numbers.server.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { findHolders, type HolderFinder } from './find-holders.server.ts'
import { importRow, lockImport, pathOf, setImport } from './import-row.server.ts'
import { type Around, type Judged, judgeLine, type Read } from './judge-line.ts'
import { targetsOfSession } from './match-headings.server.ts'
import { type Given, readLine } from './read-line.ts'
import { standingDossiers } from './standing.server.ts'
import type { Target } from './targets.ts'

const BATCH = 250

/** Judges every line against the session as it stands; nothing of it is written. */
export const checkImport: WorkKind<{ importId: string }> = {
  name: 'dispositifs.check_import',
  rule: dispositifs['dossier:import'],
  run: async (ctx, { importId }, progress) => {
    const row = await inNetwork(ctx, (tx) => importRow(tx, ctx, importId))
    if (row.state === 'checking') await checkLines(ctx, importId, progress)
    return { path: pathOf(ctx, row), counts: { rows: row.rowCount } }
  },
}

export async function checkLines(ctx: StaffContext, importId: string, progress: Progress): Promise<void> {
  const { row, around } = await inNetwork(ctx, async (tx) => {
    const row = await importRow(tx, ctx, importId)
    const session = await lockSession(tx, ctx, row.sessionId)
    const targets = new Map((await targetsOfSession(tx, ctx, session)).map((one) => [one.key, one]))
    const dossiers = await standingDossiers(tx, ctx, row.sessionId, null)
    const emptiedOn = await emptiedNumbers(tx, ctx, row.sessionId)
    const first = new Map<string, number>()
    return { row, around: { columns: row.columns, targets, dossiers, emptiedOn, first } }
  })
  let after = 0
  let done = 0
  for (;;) {
    const lines = await inNetwork(ctx, (tx) => linesAfter(tx, ctx, importId, after))
    if (lines.length === 0) break
    const read = lines.map(({ line, cells }) => ({ line, ...readLine(row.columns, around.targets, cells) }))
    const finder = await findHolders(
      ctx,
      read.map(({ given }) => given),
      read.flatMap(({ given }) => namesIn(given, around.targets)),
    )
    const judged = read.map((one) => judgeLine(named(one, finder, around), { ...around, ...finder }))
    await inNetwork(ctx, (tx) => keep(tx, ctx, importId, judged))
    after = lines.at(-1)!.line
    done += lines.length
    await progress(done, row.rowCount)
  }
  const absent = [...around.dossiers.values()]
    .filter(({ number, state }) => !around.first.has(number) && state !== 'merged')
    .map(({ id }) => id)
  await inNetwork(ctx, async (tx) => {
    await lockImport(tx, ctx, importId, ['checking'])
    const counts = await countLines(tx, ctx, importId)
    await setImport(tx, ctx, importId, { state: 'checked', counts, absent, writtenLine: 0 })
  })
}

const linesAfter = (tx: Transaction, ctx: StaffContext, importId: string, after: number) =>
  tx
    .select({ line: dossierImportLine.line, cells: dossierImportLine.cells })
    .from(dossierImportLine)
    .where(
      and(
        eq(dossierImportLine.networkId, ctx.network.id),
        eq(dossierImportLine.importId, importId),
        gt(dossierImportLine.line, after),
      ),
    )
    .orderBy(asc(dossierImportLine.line))
    .limit(BATCH)

const isNamed = (target: Target | undefined) => target?.kind === 'organisation' && target.key !== 'holder'

const namesIn = (given: Given, targets: ReadonlyMap<string, Target>): string[] =>
  Object.entries(given).flatMap(([key, value]) =>
    isNamed(targets.get(key)) ? (value as OrganisationAnswer).name : [],
  )

/** Organisations that answers name become records where the name means one; a sponsor must. */
function named(read: Read, finder: HolderFinder, { columns, targets }: Omit<Around, 'holderOf'>): Read {
  const given = { ...read.given }
  const faults = [...read.faults]
  for (const [key, value] of Object.entries(read.given)) {
    if (!isNamed(targets.get(key))) continue
    const { name } = value as OrganisationAnswer
    const id = finder.byName(name)
    given[key] = { id, name }
    if (key !== 'sponsor' || id) continue
    const heading = columns.find(({ field }) => field === key)?.heading ?? ''
    faults.push({ target: key, heading, value: name, why: 'organisation_unknown' })
  }
  return { ...read, given, faults }
}

async function keep(tx: Transaction, ctx: StaffContext, importId: string, lines: Judged[]) {
  await tx.execute(sql`update dossier_import_line l set verdict = r.verdict, given = r.given,
      changes = r.changes, faults = r.faults, external_number = r."externalNumber",
      dossier_id = r."dossierId", holder_id = r."holderId", makes_holder = false, taken = '{}'
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(line int, verdict text, given jsonb,
      changes jsonb, faults jsonb, "externalNumber" text, "dossierId" uuid, "holderId" uuid)
    where l.network_id = ${ctx.network.id} and l.import_id = ${importId} and l.line = r.line`)
}

/** How many lines of each kind, and how many dossiers keep something that the file says otherwise. */
export async function countLines(tx: Transaction, ctx: StaffContext, importId: string) {
  const { rows } = await tx.execute<{ verdict: string; lines: number; kept: number }>(sql`
    select verdict, count(*)::int as lines, count(*) filter (where exists (
        select from jsonb_each(changes) c where (c.value ->> 'kept')::boolean and c.key <> all (taken)))::int as kept
    from dossier_import_line where network_id = ${ctx.network.id} and import_id = ${importId}
    group by verdict`)
  const counts: Record<string, number> = { create: 0, update: 0, same: 0, refused: 0, choose: 0, kept: 0 }
  for (const { verdict, lines, kept } of rows) {
    counts[verdict] = lines
    counts.kept! += kept
  }
  return counts
}
