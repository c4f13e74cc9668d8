import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { aboveRequest, changedMeanwhile, reviewHandedIn, reviewUnfinished } from '../errors.ts'
import { type Scores, scoresFor } from '../grid/grid.schema.ts'
import { scoreOf, unfinished } from '../grid/grid.ts'
import { dispositifs } from '../permissions.ts'
import { gridOf } from './grid-of.server.ts'
import { ownDossierNow, ownReading } from './own-dossiers.server.ts'
import type { ReviewInput } from './review.schema.ts'
import { demandUnsigned, holdReading } from './take-turns.server.ts'

/**
 * Kept as a draft as often as one likes, then handed in once: what others think is shown from then on, so
 * nothing of it is changed afterwards but the private note. Should a tie have become known meanwhile, it is
 * kept as a draft, whatever was asked, and the answer is `tied`: it counts if the tie is dismissed. So it is,
 * for the team, when the team has just taken the file back: `taken`. Under a signed opinion nothing is handed in.
 */
export async function writeReview(
  ctx: Context,
  dossierId: string,
  version: number,
  input: ReviewInput,
  asked: { handIn: boolean; above?: boolean },
): Promise<'written' | 'tied' | 'taken'> {
  demand(ctx, dispositifs['instruction:read'])
  return inNetwork(ctx, async (tx) => {
    await holdReading(tx, ctx, dossierId)
    const { instructorId, sessionId, taken } = await ownReading(tx, ctx, dossierId)
    const done = taken ? 'taken' : (await ownDossierNow(tx, ctx, dossierId)) ? 'written' : 'tied'
    const handIn = asked.handIn && done === 'written'
    const before = await lastOf(tx, ctx, dossierId, instructorId)
    if ((before?.version ?? 0) !== version) throw changedMeanwhile(before?.version ?? 0)
    const now = ctx.clock.now().toISOString()
    if (before?.submittedAt) {
      if (handIn) throw reviewHandedIn()
      await tx.execute(sql`update review set private_note = ${input.privateNote}, version = version + 1,
          updated_at = ${now}::timestamptz
        where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and instructor_id = ${instructorId}`)
      return done
    }
    if (handIn) await demandUnsigned(tx, ctx, dossierId)
    const { grid, gridId } = await gridOf(tx, ctx, sessionId)
    const read = grid ? scoresFor(grid).safeParse(input.scores) : null
    if (read && !read.success)
      throw reviewUnfinished(read.error.issues.map(({ path }) => `score_${String(path[0])}`))
    const scores = (read?.data ?? {}) as Scores
    if (handIn) {
      const wanting = grid ? unfinished(grid, scores).map((key) => `score_${key}`) : []
      if (!input.opinion) wanting.push('opinion')
      if (!grid && input.comment === '') wanting.push('comment')
      if (wanting.length > 0) throw reviewUnfinished(wanting)
      if (!asked.above && (await isAbove(tx, ctx, dossierId, input.amountCents))) throw aboveRequest()
    }
    const score = handIn && grid ? scoreOf(grid, scores) : null
    await tx.execute(sql`
      insert into review (network_id, dossier_id, instructor_id, grid_id, scores, score, opinion, comment,
        amount_cents, private_note, submitted_at, created_at, updated_at)
      values (${ctx.network.id}, ${dossierId}, ${instructorId}, ${gridId}, ${JSON.stringify(scores)}::jsonb,
        ${score}, ${input.opinion}, ${input.comment}, ${input.amountCents}, ${input.privateNote},
        ${handIn ? now : null}::timestamptz, ${now}::timestamptz, ${now}::timestamptz)
      on conflict (network_id, dossier_id, instructor_id) do update set grid_id = excluded.grid_id,
        scores = excluded.scores, score = excluded.score, opinion = excluded.opinion, comment = excluded.comment,
        amount_cents = excluded.amount_cents, private_note = excluded.private_note,
        submitted_at = excluded.submitted_at, updated_at = excluded.updated_at, version = review.version + 1`)
    if (!handIn) return done
    await tellWhenAllIn(tx, ctx, dossierId)
    await record(tx, ctx, { action: 'dossier.reviewed', objectType: 'dossier', objectId: dossierId })
    return done
  })
}

async function isAbove(tx: Transaction, ctx: StaffContext, dossierId: string, cents: number | null) {
  if (cents === null) return false
  const { rows } = await tx.execute(sql`select 1 from dossier
    where network_id = ${ctx.network.id} and id = ${dossierId} and requested_cents < ${cents}`)
  return rows.length > 0
}

async function lastOf(tx: Transaction, ctx: StaffContext, dossierId: string, instructorId: string) {
  const { rows } = await tx.execute<{ version: number; submittedAt: Date | null }>(sql`
    select version, submitted_at as "submittedAt" from review
    where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and instructor_id = ${instructorId} for update`)
  return rows[0]
}

/** Whoever follows the file hears that it can go on. */
async function tellWhenAllIn(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } = await tx.execute<{ accountId: string; title: string }>(sql`
    select d.assignee_id as "accountId", d.title from dossier d
    where d.network_id = ${ctx.network.id} and d.id = ${dossierId} and d.assignee_id is not null
      and not exists (select from assignment a left join review r on r.network_id = a.network_id
          and r.dossier_id = a.dossier_id and r.instructor_id = a.instructor_id
        where a.network_id = d.network_id and a.dossier_id = d.id and r.submitted_at is null)`)
  if (!rows[0]) return
  await notify(tx, ctx, {
    ...{ accountId: rows[0].accountId, kind: 'dispositifs.reviewed', params: { title: rows[0].title } },
    path: `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossierId}/instruction`,
  })
}
