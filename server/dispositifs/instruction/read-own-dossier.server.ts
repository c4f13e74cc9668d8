import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { ReviewOpinion } from '#db/schema/dispositifs/jury.ts'
import type { Opinion } from '#db/schema/dispositifs/sitting.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { filesOf } from '../fill/get-own-dossier.server.ts'
import type { Grid, Scores } from '../grid/grid.schema.ts'
import { disagreement } from '../grid/grid.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { gridOf } from './grid-of.server.ts'
import { ownDossierNow } from './own-dossiers.server.ts'
import { withoutNames } from './without-names.ts'

type Row = {
  number: number
  title: string
  state: DossierState
  formId: string
  answers: Record<string, unknown>
  requestedCents: number | null
  code: string
  session: string
  sessionId: string
  anonymous: boolean
  dueOn: string | null
  holders: string[]
  sponsor: string | null
}
export type OwnReview = {
  scores: Scores
  opinion: ReviewOpinion | null
  comment: string
  amountCents: number | null
  privateNote: string
  submittedAt: Date | null
  score: number | null
  version: number
}
export type OtherReview = {
  scores: Scores
  opinion: ReviewOpinion | null
  comment: string
  score: number | null
  /** Nobody's name where files are read without names: readers too then speak freely. */
  name: string
}

/**
 * A file to read, what one said of it, and, once that is handed in, what others said. Null when a tie that has
 * just become known takes it away.
 */
export async function readOwnDossier(ctx: Context, dossierId: string) {
  demand(ctx, dispositifs['instruction:read'])
  return inNetwork(ctx, async (tx) => {
    const mine = await ownDossierNow(tx, ctx, dossierId)
    if (!mine) return null
    const { instructorId, sessionId } = mine
    const row = await rowOf(tx, ctx, dossierId)
    const { grid } = await gridOf(tx, ctx, sessionId)
    const own = await ownReview(tx, ctx, dossierId, instructorId)
    const others = own?.submittedAt ? await othersOf(tx, ctx, dossierId, instructorId) : []
    const form = await formOf(tx, ctx, row.formId)
    const seen = row.anonymous ? withoutNames(form, row.answers) : { form, answers: row.answers }
    return {
      ...{ row: { ...row, answers: undefined }, grid, own, others, ...seen },
      ...{ parting: own?.submittedAt && grid ? partingOf(grid, own, others) : null },
      outcome: await outcomeOf(tx, ctx, dossierId),
      // What is in a document cannot be hidden.
      files: row.anonymous ? [] : (await filesOf(tx, ctx, dossierId)).filter(({ kind }) => kind !== 'report'),
    }
  })
}
export type OwnDossier = NonNullable<Awaited<ReturnType<typeof readOwnDossier>>>

const partingOf = (grid: Grid, own: OwnReview, others: OtherReview[]) =>
  disagreement(grid, [own.scores, ...others.map(({ scores }) => scores)])

async function rowOf(tx: Transaction, ctx: StaffContext, dossierId: string): Promise<Row> {
  const { rows } = await tx.execute<Row>(sql`
    select d.number, d.title, d.state, d.form_id as "formId", d.answers, d.requested_cents as "requestedCents",
      p.code, n.name as session, n.id as "sessionId", coalesce(t.anonymous, false) as anonymous, t.due_on::text as "dueOn",
      case when t.anonymous then '{}' else array(select o.name from dossier_holder h
        join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id order by h.lead desc, o.name) end as holders,
      case when t.anonymous then null else (select o.name from organisation o
        where o.network_id = d.network_id and o.id = d.sponsor_id) end as sponsor
    from dossier d join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
      join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
      left join session_instruction t on t.network_id = n.network_id and t.session_id = n.id
    where d.network_id = ${ctx.network.id} and d.id = ${dossierId}`)
  return rows[0]!
}

async function ownReview(tx: Transaction, ctx: StaffContext, dossierId: string, instructorId: string) {
  const { rows } = await tx.execute<OwnReview>(sql`
    select scores, opinion, comment, amount_cents::float8 as "amountCents", private_note as "privateNote",
      submitted_at as "submittedAt", score, version from review
    where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and instructor_id = ${instructorId}`)
  return rows[0] ?? null
}

/** Reviews handed in by those whom nothing kept from it. */
async function othersOf(tx: Transaction, ctx: StaffContext, dossierId: string, instructorId: string) {
  const { rows } = await tx.execute<OtherReview>(sql`
    select r.scores, r.opinion, r.comment, r.score, i.name from review r
      join instructor i on i.network_id = r.network_id and i.id = r.instructor_id
    where r.network_id = ${ctx.network.id} and r.dossier_id = ${dossierId} and r.instructor_id <> ${instructorId}
      and r.submitted_at is not null
      and not exists (select from conflict c where c.network_id = r.network_id and c.dossier_id = r.dossier_id
        and c.instructor_id = r.instructor_id and c.state <> 'dismissed')
    order by r.submitted_at, i.id`)
  return rows
}

/** What became of it, once it is signed off. */
async function outcomeOf(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } = await tx.execute<{ opinion: Opinion; reasons: string; amountCents: number | null }>(sql`
    select t.opinion, t.reasons, t.amount_cents::float8 as "amountCents" from sitting_item t
      join sitting g on g.network_id = t.network_id and g.id = t.sitting_id and g.signed_round >= t.round
    where t.network_id = ${ctx.network.id} and t.dossier_id = ${dossierId} and t.opinion is not null
    order by g.starts_at desc, t.round desc limit 1`)
  return rows[0] ?? null
}
