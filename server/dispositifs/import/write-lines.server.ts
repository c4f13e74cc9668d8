import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { dossierImportLine, dossierOutside } from '#db/schema/dispositifs/import.ts'
import { dispositifSession, dossier } from '#db/schema/dispositifs.ts'
import { type AuditLine, recordAll } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { writeHolders } from '../dossier/known-to-network.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import type { Answers, OrganisationAnswer } from '../form/answer.schema.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import { emptiedNumbers } from '../retention/emptied-numbers.server.ts'
import { thisSession } from '../session/locked-session.server.ts'
import { withSaid } from './at-target.ts'
import { compareLine } from './compare-line.ts'
import { type Given, ofDossier } from './read-line.ts'
import { type StandingDossier, standingDossiers } from './standing.server.ts'
import type { Target } from './targets.ts'

export type ImportLine = typeof dossierImportLine.$inferSelect
type Import = {
  id: string
  session: typeof dispositifSession.$inferSelect
  targets: ReadonlyMap<string, Target>
}

/** Of one batch, in its order: new dossiers, and changes to those that are there, held from now on. */
export async function writeLines(tx: Transaction, ctx: StaffContext, into: Import, lines: ImportLine[]) {
  const { session } = into
  const numbers = lines.flatMap(({ externalNumber }) => externalNumber ?? [])
  const standing = await standingDossiers(tx, ctx, session.id, numbers)
  const emptiedOn = await emptiedNumbers(tx, ctx, session.id)
  const form = await formOf(tx, ctx, session.formId)
  const audit: AuditLine[] = []
  let number = session.lastNumber
  for (const line of lines) {
    const there = standing.get(line.externalNumber!)
    if (there) audit.push(...(await rewrite(tx, ctx, into, line, there)))
    // Emptied since the file was checked, it is not made again.
    else if (line.holderId && !emptiedOn(line.externalNumber!)) {
      number += 1
      audit.push(await insert(tx, ctx, into, form, line, number))
    }
  }
  await tx.update(dispositifSession).set({ lastNumber: number }).where(thisSession(ctx, session.id))
  if (session.laureatesPublishedAt) await refreshLaureates(tx, ctx, session.id)
  await recordAll(tx, ctx, audit)
}

const answersWith = (answers: Answers, given: Given, targets: Import['targets']): Answers =>
  Object.entries(given).reduce((all, [key, value]) => {
    const target = targets.get(key)
    return target ? withSaid(all, target, value) : all
  }, answers)

async function insert(
  tx: Transaction,
  ctx: StaffContext,
  into: Import,
  form: FormDefinition,
  line: ImportLine,
  number: number,
): Promise<AuditLine> {
  const id = v7()
  const now = ctx.clock.now()
  const said = ofDossier(line.given)
  const sponsorId = (said.sponsor as OrganisationAnswer | undefined)?.id ?? null
  await tx.insert(dossier).values({
    ...{ networkId: ctx.network.id, id, sessionId: into.session.id, number, origin: 'import' },
    ...{ formId: into.session.formId, externalNumber: line.externalNumber },
    externalStatus: String(said.status ?? ''),
    ...writtenColumns(form, answersWith({}, said, into.targets), sponsorId),
    ...{ state: 'submitted', submittedAt: depositedAt(said, into.session.timeZone) as never },
    ...{ movedAt: now, movedBy: ctx.account.id, createdAt: now, updatedAt: now },
  })
  await writeHolders(tx, ctx, id, [line.holderId!])
  await tellOutside(tx, ctx, id, said)
  await touched(tx, ctx, into, line.line, { dossierId: id, before: null, touchedAt: now })
  return {
    ...{ action: 'dossier.imported', objectType: 'dossier', objectId: id },
    changes: { number, externalNumber: line.externalNumber },
  }
}

/** A day without an hour is told at noon of the session's own clock; none, and nobody knows when. */
const depositedAt = ({ deposited_on: day }: Given, timeZone: string) =>
  typeof day === 'string' ? sql`((${day}::date + time '12:00') at time zone ${timeZone})` : null

/** Compared again: what was written here since the file was checked is kept as well. */
async function rewrite(
  tx: Transaction,
  ctx: StaffContext,
  into: Import,
  line: ImportLine,
  there: StandingDossier,
): Promise<AuditLine[]> {
  const [row] = await tx.select().from(dossier).where(thisDossier(ctx, there.id)).for('update')
  const all = compareLine(there, line.given, into.targets)
  const said = ofDossier(line.given)
  const news = Object.entries(all).filter(([key, { kept }]) => !kept || line.taken.includes(key))
  await tellOutside(tx, ctx, there.id, { ...there.said, ...said })
  if (news.length === 0 || !row) return []
  const now = ctx.clock.now()
  const given = Object.fromEntries(news.map(([key, { theirs }]) => [key, theirs]))
  const form = await formOf(tx, ctx, row.formId)
  const sponsorId = (given.sponsor as OrganisationAnswer | undefined)?.id ?? row.sponsorId
  const written = writtenColumns(form, answersWith(row.answers, given, into.targets), sponsorId)
  const set = {
    ...written,
    externalStatus: typeof given.status === 'string' ? given.status : row.externalStatus,
    ...(given.deposited_on
      ? { submittedAt: depositedAt(given, into.session.timeZone) as never }
      : { submittedAt: row.submittedAt }),
  }
  await tx
    .update(dossier)
    .set({ ...set, version: row.version + 1, updatedAt: now })
    .where(thisDossier(ctx, row.id))
  const { answers, externalStatus, submittedAt } = row
  const before = { answers, externalStatus, submittedAt, sponsorId: row.sponsorId, said: there.said }
  await touched(tx, ctx, into, line.line, { dossierId: row.id, before, touchedAt: now })
  const fields = news.map(([key]) => into.targets.get(key)?.field?.key ?? key)
  return [
    {
      ...{ action: 'dossier.reimported', objectType: 'dossier', objectId: row.id },
      changes: { fields: [...new Set(fields)] },
    },
  ]
}

async function tellOutside(tx: Transaction, ctx: StaffContext, dossierId: string, said: Given) {
  const updatedAt = ctx.clock.now()
  await tx
    .insert(dossierOutside)
    .values({ networkId: ctx.network.id, dossierId, said, updatedAt })
    .onConflictDoUpdate({
      target: [dossierOutside.networkId, dossierOutside.dossierId],
      set: { said, updatedAt },
    })
}

const touched = (
  tx: Transaction,
  ctx: StaffContext,
  { id }: Import,
  line: number,
  set: Pick<ImportLine, 'dossierId' | 'before' | 'touchedAt'>,
) =>
  tx
    .update(dossierImportLine)
    .set(set)
    .where(
      and(
        eq(dossierImportLine.networkId, ctx.network.id),
        eq(dossierImportLine.importId, id),
        eq(dossierImportLine.line, line),
      ),
    )
