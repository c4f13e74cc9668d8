import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { awaits, nextStep } from '../follow-up/payment.ts'
import { paymentsOf } from '../follow-up/payments-of.server.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { sponsoredBy } from './sponsors-people.server.ts'

type Row = {
  id: string
  number: number
  title: string
  state: DossierState
  code: string
  intake: string
  session: string
  closesAt: string
  timeZone: string
  holder: string | null
  sponsor: string
}
export type Sponsorship = Row & { awaits: 'validation' | 'money' | null }

/** The portfolio of a person who sponsors: what awaits them first, and nothing of anybody else. */
export async function findSponsorships(ctx: Context): Promise<Sponsorship[]> {
  demand(ctx, dispositifs['sponsorship:own'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Row>(sql`
      select d.id, d.number, d.title, d.state, p.code, p.intake, s.name as session, s.closes_at as "closesAt",
        s.time_zone as "timeZone", m.name as sponsor,
        (select o.name from dossier_holder h
          join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
          where h.network_id = d.network_id and h.dossier_id = d.id and h.lead) as holder
      from dossier d
        join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
        join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
        join organisation m on m.network_id = d.network_id and m.id = d.sponsor_id
      where ${sponsoredBy(ctx, ctx.account.id)}
      order by s.closes_at desc, p.code, d.number`)
    const ids = rows.map(({ id }) => id)
    const payments = Map.groupBy(await paymentsOf(tx, ctx, ids), ({ dossierId }) => dossierId)
    const lines = rows.map((row): Sponsorship => {
      const money = (payments.get(row.id) ?? []).some((payment) => {
        const next = nextStep(
          payment,
          payment.steps.map(({ step }) => step),
        )
        return next !== null && awaits(next) === 'sponsor'
      })
      const asked = row.state === 'awaiting_sponsor' ? 'validation' : money ? 'money' : null
      return { ...row, closesAt: new Date(row.closesAt).toISOString(), awaits: asked }
    })
    const rank = { validation: 0, money: 1 }
    return lines.sort((a, b) => (a.awaits ? rank[a.awaits] : 2) - (b.awaits ? rank[b.awaits] : 2))
  })
}
