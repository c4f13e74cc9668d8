import { and, desc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { decisionImport } from '#db/schema/dispositifs/follow-up.ts'
import { readDay } from '#server/crm/public.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { readCents } from '../../import/read-cell.ts'
import { dispositifs } from '../../permissions.ts'
import { isColumn, matchingFaults } from './columns.ts'
import { doubtLines } from './doubt-lines.ts'
import { judgeDecisions } from './judge-decisions.ts'
import { knownDossiers } from './known-dossiers.server.ts'

export const thisImport = (ctx: NetworkContext, sessionId: string, id: string) =>
  and(
    eq(decisionImport.networkId, ctx.network.id),
    eq(decisionImport.sessionId, sessionId),
    eq(decisionImport.id, id),
  )

type Call = { id: string; timeZone: string; envelopeCents: number | null }
type Kept = Pick<typeof decisionImport.$inferSelect, 'rows' | 'matching'>

/** What the lines of a file do to the dossiers of their session, as those stand now. */
export async function judgeImport(
  tx: Transaction,
  ctx: StaffContext,
  session: Call,
  { rows, matching }: Kept,
) {
  const columns = matching.map((one) => (isColumn(one) ? one : null))
  const readers = { cents: readCents, day: readDay, today: today(ctx.clock, session.timeZone) }
  const known = await knownDossiers(tx, ctx, session.id)
  return doubtLines(judgeDecisions(rows, columns, known, readers), known, session.envelopeCents)
}

/** A file of decisions with what each of its lines would do; nothing is written. */
export async function getDecisionImport(ctx: Context, session: Call, id: string) {
  demand(ctx, dispositifs['decision:record'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(decisionImport)
      .where(thisImport(ctx, session.id, id))
    if (!row) throw notFound()
    const faults = matchingFaults(row.matching)
    const lines =
      faults.length > 0 || row.writtenAt || row.forgottenAt ? [] : await judgeImport(tx, ctx, session, row)
    return { ...row, faults, lines }
  })
}

/** The last files of decisions of a session. */
export async function findDecisionImports(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['decision:record'])
  const { id, fileName, createdAt, writtenAt, written } = decisionImport
  return inNetwork(ctx, (tx) =>
    tx
      .select({ id, fileName, createdAt, writtenAt, written })
      .from(decisionImport)
      .where(and(eq(decisionImport.networkId, ctx.network.id), eq(decisionImport.sessionId, sessionId)))
      .orderBy(desc(createdAt))
      .limit(20),
  )
}

/** What each column says, as somebody of the team chose it. */
export async function matchDecisionColumns(
  ctx: Context,
  sessionId: string,
  id: string,
  matching: (string | null)[],
): Promise<void> {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .select()
      .from(decisionImport)
      .where(thisImport(ctx, sessionId, id))
      .for('update')
    if (!row) throw notFound()
    if (row.writtenAt) return
    const chosen = row.headings.map((_, at) => (isColumn(matching[at]) ? matching[at] : null))
    await tx
      .update(decisionImport)
      .set({ matching: chosen })
      .where(thisImport(ctx, sessionId, id))
  })
}
