import { sql } from 'drizzle-orm'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { awaits, nextStep } from '../follow-up/payment.ts'
import { paymentsOf } from '../follow-up/payments-of.server.ts'
import { dispositifs } from '../permissions.ts'
import { sponsoredBy } from '../sponsor/sponsors-people.server.ts'
import { type AwaitedRow, toldLines } from './told-lines.ts'

type Row = Omit<AwaitedRow, 'kind' | 'total'> & { id: string; awaiting: boolean }

/** Dossiers that count only once a sponsor validated them, before closing; then money to say received or passed on. */
export const awaitsSponsor: TodoProvider = {
  name: 'sponsorships',
  rule: dispositifs['sponsorship:own'],
  all: 'parrainages',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<Row>(sql`
      select d.id, p.code || ' ' || d.number || ' · ' || d.title as title, 'parrainages/' || d.id as path,
        null as "dueOn", case when d.state = 'awaiting_sponsor' then s.closes_at end as "dueAt",
        s.time_zone as "timeZone", d.state = 'awaiting_sponsor' as awaiting
      from dossier d
        join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
        join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
      where ${sponsoredBy(ctx, ctx.account.id)} and ((d.state = 'awaiting_sponsor'
          and s.closes_at > ${ctx.clock.now().toISOString()}::timestamptz)
        or exists (select from dossier_payment y where y.network_id = d.network_id and y.dossier_id = d.id))
      order by s.closes_at, p.code, d.number`)
    const payments = await paymentsOf(
      tx,
      ctx,
      rows.map(({ id }) => id),
    )
    const steps = (id: string) =>
      payments
        .filter(({ dossierId }) => dossierId === id)
        .map((payment) =>
          nextStep(
            payment,
            payment.steps.map(({ step }) => step),
          ),
        )
    const money = rows.filter(
      ({ id, awaiting }) =>
        !awaiting && steps(id).some((step) => step !== null && awaits(step) === 'sponsor'),
    )
    const all = [
      ...rows
        .filter(({ awaiting }) => awaiting)
        .map((row) => ({ ...row, kind: 'sponsor_validation', total: 0 })),
      ...money.map((row) => ({ ...row, kind: 'sponsor_money', total: 0 })),
    ]
    return { lines: toldLines(all.slice(0, most)).lines, total: all.length }
  },
}
