import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { days, moments } from '#packages/referentials/dates.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { standingDecision } from '../decision/standing-decision.ts'
import type { GapValues } from './letter.ts'

export type Told = {
  id: string
  dispositifId: string
  sessionId: string
  number: number
  title: string
  code: string
  dispositif: string
  session: string
  timeZone: string
  closesAt: string
  state: string
  requestedCents: number | null
  grantedCents: number | null
  reason: string
  holders: string[]
  sponsorId: string | null
  sponsor: string | null
  decidedOn: string | null
  reference: string | null
  comment: string | null
  reportDueOn: string | null
  advanceCents: number | null
}

/** What letters may say of these dossiers, in the order of their numbers. */
export async function toldOf(tx: Transaction, ctx: NetworkContext, ids: string[]): Promise<Told[]> {
  const { rows } = await tx.execute<Told>(sql`
    select d.id, s.dispositif_id as "dispositifId", s.id as "sessionId", d.number, d.title, p.code,
      p.name as dispositif, s.name as session, s.time_zone as "timeZone", s.closes_at as "closesAt", d.state,
      d.requested_cents as "requestedCents", d.granted_cents as "grantedCents", d.move_reason as reason,
      array(select o.name from dossier_holder h
        join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id
        order by h.lead desc, o.name collate "fr-x-icu") as holders,
      d.sponsor_id as "sponsorId", m.name as sponsor, n.decided_on::text as "decidedOn", n.reference, n.comment,
      u.report_due_on::text as "reportDueOn",
      (select amount_cents from dossier_payment y where y.network_id = d.network_id and y.dossier_id = d.id
        and y.kind = 'advance' and y.cancelled_at is null order by y.created_at desc limit 1) as "advanceCents"
    from dossier d
      join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
      join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
      left join organisation m on m.network_id = d.network_id and m.id = d.sponsor_id
      left join dossier_follow_up u on u.network_id = d.network_id and u.dossier_id = d.id
      ${standingDecision}
    where d.network_id = ${ctx.network.id} and d.id = any (${sql.param(ids)}::uuid[])
    order by d.number, d.id`)
  return rows
}

export async function oneTold(tx: Transaction, ctx: NetworkContext, id: string): Promise<Told> {
  const [told] = await toldOf(tx, ctx, [id])
  if (!told) throw notFound()
  return told
}

const euros = (cents: number | null) =>
  cents === null
    ? ''
    : new Intl.NumberFormat('fr-FR', {
        ...{ style: 'currency', currency: 'EUR', maximumFractionDigits: 2 },
        minimumFractionDigits: Number(cents) % 100 === 0 ? 0 : 2,
      }).format(Number(cents) / 100)

const day = (iso: string | null) => (iso ? days('fr', 'UTC', 'long').format(new Date(iso)) : '')

/** Letters are French; amounts and days are written as in the rest of the product. */
export const gapValues = (told: Told, ctx: NetworkContext, person: string): GapValues => ({
  personne: person,
  porteur: told.holders.join(' et '),
  projet: told.title,
  numero: String(told.number),
  dispositif: told.code,
  session: told.session,
  reseau: nameOf(ctx.network),
  demande: euros(told.requestedCents),
  montant: euros(told.grantedCents),
  date_decision: day(told.decidedOn),
  reference: told.reference ?? '',
  motif: told.comment || told.reason,
  marraine: told.sponsor ?? '',
  cloture: moments('fr', told.timeZone, 'long').format(new Date(told.closesAt)),
  echeance_bilan: day(told.reportDueOn),
  acompte: euros(told.advanceCents),
})
