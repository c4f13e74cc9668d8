import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { FINANCED } from '../figures/what-counts.ts'
import { type DossierState, NOT_ASKING } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { awaits, nextStep, type PaymentStep, paidOut } from './payment.ts'
import { paymentsOf } from './payments-of.server.ts'

/** What is owed by whom, and since when: the key of a sentence. */
export type Owed = {
  what:
    | 'decision'
    | 'payment'
    | 'pay'
    | 'receive'
    | 'pass_on'
    | 'report'
    | 'report_late'
    | 'settle'
    | 'give_back'
  who: 'team' | 'funder' | 'sponsor' | 'holder'
  since: string | null
}

type Row = {
  id: string
  number: number
  title: string
  state: DossierState
  holders: string[]
  sponsor: string | null
  requestedCents: number | null
  grantedCents: number | null
  reportDueOn: string | null
  endsOn: string | null
  movedOn: string
}
export type FollowedDossier = Row & { paidCents: number; owed: Owed[] }

const AFTER = [...FINANCED, 'opined', 'adjourned', 'refused', 'renounced']

/** A session after its jury: each dossier with what it awaits, and the envelope against what became of it. */
export async function sessionFollowUp(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['dossier:read'])
  const session = await getSession(ctx, sessionId)
  const day = today(ctx.clock, session.timeZone)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select d.id, d.number, d.title, d.state, d.requested_cents as "requestedCents",
        d.granted_cents as "grantedCents", u.report_due_on::text as "reportDueOn", d.ends_on::text as "endsOn",
        (d.moved_at at time zone ${session.timeZone})::date::text as "movedOn", p.name as sponsor,
        array(select o.name from dossier_holder h
          join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
          where h.network_id = d.network_id and h.dossier_id = d.id
          order by h.lead desc, o.name collate "fr-x-icu") as holders
      from dossier d
        left join organisation p on p.network_id = d.network_id and p.id = d.sponsor_id
        left join dossier_follow_up u on u.network_id = d.network_id and u.dossier_id = d.id
      where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
        and d.state = any (${sql.param(AFTER)}::text[])
      order by d.number`)
    const payments = await paymentsOf(
      tx,
      ctx,
      rows.map(({ id }) => id),
    )
    const dossiers = rows.map((row): FollowedDossier => {
      const own = payments.filter(({ dossierId }) => dossierId === row.id)
      return { ...row, paidCents: paidOut(own), owed: owedOf(row, own, day) }
    })
    const { rows: sums } = await tx.execute<{ asked: number | string }>(sql`
      select coalesce(sum(requested_cents), 0) as asked from dossier
      where network_id = ${ctx.network.id} and session_id = ${sessionId}
        and state <> all (${sql.param([...NOT_ASKING])}::text[])`)
    const financed = dossiers.filter(({ state }) => FINANCED.some((one) => one === state))
    const sum = (of: (one: FollowedDossier) => number | null) =>
      financed.reduce((total, one) => total + (of(one) ?? 0), 0)
    return {
      session,
      dossiers,
      envelope: {
        ...{ envelopeCents: session.envelopeCents, askedCents: Number(sums[0]!.asked) },
        ...{ grantedCents: sum((one) => one.grantedCents), paidCents: sum((one) => one.paidCents) },
      },
    }
  })
}

const OF_STEP: Record<PaymentStep, Owed['what']> = { paid: 'pay', received: 'receive', passed_on: 'pass_on' }

/** One line a thing that somebody has still to do. */
function owedOf(row: Row, payments: Awaited<ReturnType<typeof paymentsOf>>, day: string): Owed[] {
  const owed: Owed[] = []
  if (row.state === 'opined' || row.state === 'adjourned')
    owed.push({ what: 'decision', who: 'team', since: row.movedOn })
  for (const payment of payments) {
    const done = payment.steps.map(({ step }) => step)
    const next = nextStep(payment, done)
    if (!next) continue
    const back = payment.kind === 'return'
    owed.push({
      what: back ? 'give_back' : OF_STEP[next],
      who: back ? 'holder' : awaits(next) === 'sponsor' ? 'sponsor' : 'funder',
      since: payment.steps.at(-1)?.happenedOn ?? payment.dueOn,
    })
  }
  const financed = FINANCED.some((state) => state === row.state)
  if (financed && row.grantedCents && payments.length === 0 && row.state !== 'settled')
    owed.push({ what: 'payment', who: 'team', since: row.movedOn })
  if (['financed', 'advance_paid', 'done'].includes(row.state)) {
    const late = row.reportDueOn !== null && row.reportDueOn < day
    const over = row.state === 'done' || (row.endsOn !== null && row.endsOn < day)
    if (late) owed.push({ what: 'report_late', who: 'holder', since: row.reportDueOn })
    else if (over) owed.push({ what: 'report', who: 'holder', since: row.reportDueOn ?? row.endsOn })
  }
  if (row.state === 'report_received') owed.push({ what: 'settle', who: 'team', since: row.movedOn })
  return owed
}
