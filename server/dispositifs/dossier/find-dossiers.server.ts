import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { countedSql } from '../figures/counted.server.ts'
import { factsOfAnswers } from '../form/facts-of-answers.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { missing } from '../form/form.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { hinders, judgeDossier } from '../rule/judge-dossier.ts'
import { rulesOf } from '../session/rules-of.server.ts'
import { DOSSIERS_PER_PAGE, type DossierSearch } from './find-dossiers.schema.ts'
import { formOf } from './form-of.server.ts'
import { judged, surroundings } from './surroundings.server.ts'

type Row = {
  id: string
  number: number
  title: string
  state: DossierState
  externalNumber: string | null
  externalStatus: string
  countries: string[]
  requestedCents: number | null
  submittedAt: Date | null
  holders: string[]
  assignee: string | null
  formId: string
  /** Whose documents are elsewhere, nobody says that they are missing. */
  origin: 'here' | 'import' | 'behalf'
  answers: Record<string, unknown>
  waived: string[]
}

const ORDER: Record<DossierSearch['order'], SQL> = {
  number: sql`d.number`,
  title: sql`d.title collate "fr-x-icu"`,
  holder: sql`l.name collate "fr-x-icu"`,
  requested: sql`d.requested_cents`,
  state: sql`d.state`,
}

/** One page of a session's dossiers, each with what hinders it, and how many stand where. */
export async function findDossiers(ctx: Context, sessionId: string, search: DossierSearch) {
  demand(ctx, dispositifs['dossier:read'])
  return inNetwork(ctx, async (tx) => {
    const rules = await rulesOf(tx, ctx, sessionId)
    const rows = await pageOf(tx, ctx, sessionId, search)
    const around = await surroundings(
      tx,
      ctx,
      rows.map(({ id }) => id),
    )
    const forms = new Map<string, FormDefinition>()
    for (const { formId } of rows) if (!forms.has(formId)) forms.set(formId, await formOf(tx, ctx, formId))
    const dossiers = rows.map(({ formId, answers, waived, origin, ...row }) => {
      const form = forms.get(formId)!
      const facts = factsOfAnswers(form, answers, { submitting: origin === 'here' && row.state !== 'draft' })
      const judgements = judgeDossier(rules, judged(facts, around.get(row.id)!))
      return { ...row, hindering: hinders(judgements, waived), missing: missing(form, answers).length }
    })
    const whole = sql`d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.state <> 'merged'`
    const counts = await countsOf(tx, whole)
    /** Beside what else narrows the list: as many as the list of each state has. */
    const within = isNarrow(search)
      ? await countsOf(tx, conditionOf(ctx, sessionId, { ...search, states: [] }))
      : counts
    return { dossiers, counts, within, total: await totalOf(tx, ctx, sessionId, search, within) }
  })
}

const isNarrow = ({ q, assignee, counted }: DossierSearch) =>
  q !== '' || assignee !== null || counted !== null

/** Counted already, state by state; the merged are counted when they are asked for. */
async function totalOf(
  tx: Transaction,
  ctx: StaffContext,
  sessionId: string,
  search: DossierSearch,
  counts: StateCount[],
): Promise<number> {
  const { states } = search
  if (!states.includes('merged'))
    return counts
      .filter(({ state }) => states.length === 0 || states.includes(state))
      .reduce((sum, { dossiers }) => sum + dossiers, 0)
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::int as n
    from dossier d where ${conditionOf(ctx, sessionId, search)}`)
  return rows[0]!.n
}

/** Asked only of a list in the order of holders: it reads one more line for each dossier of the session. */
const LEAD = sql`left join lateral (select o.name from dossier_holder h
  join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
  where h.network_id = d.network_id and h.dossier_id = d.id and h.lead) l on true`

function conditionOf(ctx: StaffContext, sessionId: string, search: DossierSearch): SQL {
  const { q, states, assignee, counted } = search
  const like = `%${q.replace(/[%_\\]/g, '\\$&')}%`
  const conditions = [
    sql`d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}`,
    ...(q
      ? [
          sql`(d.title ilike ${like} or d.external_number ilike ${like} or d.number::text = ${q}
        or exists (select from dossier_holder h
          join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
          where h.network_id = d.network_id and h.dossier_id = d.id
            and (o.name ilike ${like} or o.acronym ilike ${like})))`,
        ]
      : []),
    // The merged are one with another, and are there only when asked for.
    states.length > 0 ? sql`d.state = any (${sql.param(states)}::text[])` : sql`d.state <> 'merged'`,
    ...(counted ? [countedSql[counted]] : []),
    ...(assignee === 'none' ? [sql`d.assignee_id is null`] : []),
    ...(assignee && assignee !== 'none'
      ? [sql`d.assignee_id = ${assignee === 'me' ? ctx.account.id : assignee}::uuid`]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}

async function pageOf(tx: Transaction, ctx: StaffContext, sessionId: string, search: DossierSearch) {
  const direction = search.down ? sql`desc nulls last` : sql`asc nulls last`
  const order = sql`${ORDER[search.order]} ${direction}, d.number`
  const { rows } = await tx.execute<Row>(sql`
    select d.id, d.number, d.title, d.state, d.external_number as "externalNumber",
      d.external_status as "externalStatus", d.countries, d.requested_cents as "requestedCents",
      d.submitted_at as "submittedAt", d.form_id as "formId", d.origin, d.answers, c.name as assignee,
      array(select o.name from dossier_holder h
        join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id
        order by h.lead desc, o.name collate "fr-x-icu") as holders,
      array(select rule_key from dossier_waiver w
        where w.network_id = d.network_id and w.dossier_id = d.id) as waived
    from (select d.*, row_number() over (order by ${order}) as nth
        from dossier d ${search.order === 'holder' ? LEAD : sql``}
        where ${conditionOf(ctx, sessionId, search)}
        order by ${order} limit ${DOSSIERS_PER_PAGE} offset ${(search.page - 1) * DOSSIERS_PER_PAGE}) d
      left join account c on c.id = d.assignee_id
    order by d.nth`)
  return rows
}

export type StateCount = { state: DossierState; dossiers: number; requestedCents: number }

async function countsOf(tx: Transaction, condition: SQL) {
  const { rows } = await tx.execute<StateCount>(sql`
    select state, count(*)::int as dossiers, coalesce(sum(requested_cents), 0)::bigint as "requestedCents"
    from dossier d where ${condition} group by state`)
  return rows
}

export type DossierLine = Awaited<ReturnType<typeof findDossiers>>['dossiers'][number]
