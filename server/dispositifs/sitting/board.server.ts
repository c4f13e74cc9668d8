import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Opinion } from '#db/schema/dispositifs/sitting.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshSitting } from '../instruction/refresh-conflicts.server.ts'
import { dispositifs } from '../permissions.ts'
import { membersOf } from './in-room.server.ts'

export const ITEMS_PER_PAGE = 50

export type SittingRow = {
  id: string
  name: string
  startsAt: Date
  startsThere: string
  place: string
  link: string | null
  quorum: number
  round: number
  signedRound: number
  version: number
}
export type Item = {
  id: string
  dossierId: string
  number: number
  title: string
  code: string
  holders: string[]
  requestedCents: number | null
  mean: number | null
  reviews: number
  opinion: Opinion | null
  amountCents: number | null
  reasons: string
  version: number
  position: number
  reopens: string | null
  conflicts: number
}
export type Envelope = {
  sessionId: string
  code: string
  name: string
  envelopeCents: number | null
  proposedCents: number
  items: number
  done: number
}

export async function sittingRow(tx: Transaction, ctx: NetworkContext, id: string): Promise<SittingRow> {
  const { rows } = await tx.execute<SittingRow>(sql`
    select id, name, starts_at as "startsAt", to_char(starts_at at time zone ${ctx.network.timeZone}, 'YYYY-MM-DD"T"HH24:MI')
        as "startsThere", place, link, quorum, round, signed_round as "signedRound", version
    from sitting where network_id = ${ctx.network.id} and id = ${id}`)
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The items of a round in their order; those a member may not see are left out by `where`. */
export async function itemsOf(
  tx: Transaction,
  ctx: NetworkContext,
  {
    sittingId,
    round,
    where = sql`true`,
    page = 1,
    most = ITEMS_PER_PAGE,
  }: {
    sittingId: string
    round: number
    where?: SQL
    page?: number
    most?: number
  },
) {
  const { rows } = await tx.execute<Item>(sql`
    select t.id, t.dossier_id as "dossierId", d.number, d.title, p.code, d.requested_cents::float8 as "requestedCents",
      array(select o.name from dossier_holder h join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id order by h.lead desc, o.name collate "fr-x-icu") as holders,
      r.mean, coalesce(r.n, 0)::int as reviews, t.opinion, t.amount_cents::float8 as "amountCents", t.reasons, t.version,
      t.position, t.reopens,
      (select count(*)::int from conflict c join sitting_member m on m.network_id = c.network_id
          and m.sitting_id = t.sitting_id and m.round = t.round and m.instructor_id = c.instructor_id
        where c.network_id = t.network_id and c.dossier_id = t.dossier_id and c.state <> 'dismissed') as conflicts
    from (select * from sitting_item t where t.network_id = ${ctx.network.id} and t.sitting_id = ${sittingId}
        and t.round = ${round} and ${where}
        order by t.position, t.id limit ${most} offset ${(page - 1) * most}) t
      join lateral (select * from dossier f where f.network_id = t.network_id and f.id = t.dossier_id limit 1) d on true
      join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
      join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
      left join lateral (select round(avg(v.score)::numeric, 1)::float8 as mean, count(*) as n from review v
        where v.network_id = t.network_id and v.dossier_id = t.dossier_id and v.submitted_at is not null
          and not exists (select from conflict c where c.network_id = v.network_id and c.dossier_id = v.dossier_id
            and c.instructor_id = v.instructor_id and c.state <> 'dismissed')) r on true
    order by t.position, t.id`)
  return rows
}

/** What is left of each session's envelope when what juries propose is taken off, each file as last said. */
export async function envelopesOf(tx: Transaction, ctx: NetworkContext, sittingId: string) {
  const { rows } = await tx.execute<Envelope>(sql`
    with item as materialized (
      select t.dossier_id, d.session_id, t.amount_cents, t.opinion, t.decided_at,
        t.sitting_id = ${sittingId} and t.round = (select round from sitting g
          where g.network_id = ${ctx.network.id} and g.id = ${sittingId}) as here
      from sitting_item t join dossier d on d.network_id = t.network_id and d.id = t.dossier_id
      where t.network_id = ${ctx.network.id} and d.session_id in (select x.session_id from sitting_session x
        where x.network_id = ${ctx.network.id} and x.sitting_id = ${sittingId})),
    told as (
      select distinct on (dossier_id) session_id, amount_cents, opinion from item where opinion is not null
      order by dossier_id, decided_at desc nulls last),
    here as (select session_id, count(*)::int as items, count(opinion)::int as done from item where here group by 1),
    sums as (select session_id, sum(amount_cents) as cents from told where opinion in ('favourable', 'reservations') group by 1)
    select n.id as "sessionId", p.code, n.name, n.envelope_cents::float8 as "envelopeCents",
      coalesce(s.cents, 0)::float8 as "proposedCents", coalesce(h.items, 0) as items, coalesce(h.done, 0) as done
    from sitting_session x join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
      join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
      left join sums s on s.session_id = n.id left join here h on h.session_id = n.id
    where x.network_id = ${ctx.network.id} and x.sitting_id = ${sittingId}
    order by p.code, n.opens_at, n.id`)
  return rows
}

/** A sitting as it goes: who is there, what is left, what is said of each file. */
export async function readBoard(ctx: Context, id: string, page = 1) {
  demand(ctx, dispositifs['jury:read'])
  return inNetwork(ctx, async (tx) => {
    const sitting = await sittingRow(tx, ctx, id)
    if (sitting.signedRound < sitting.round) await refreshSitting(tx, ctx, id)
    return {
      sitting,
      members: await membersOf(tx, ctx, id, sitting.round),
      envelopes: await envelopesOf(tx, ctx, id),
      items: await itemsOf(tx, ctx, { sittingId: id, round: sitting.round, page }),
      minutes: await minutesOf(tx, ctx, id),
    }
  })
}

export async function minutesOf(tx: Transaction, ctx: NetworkContext, id: string) {
  const { rows } = await tx.execute<{
    number: number
    signedAt: Date
    signedAs: string
    pdfId: string
    docxId: string
    sha256: string
  }>(sql`
    select number, signed_at as "signedAt", signed_as as "signedAs", pdf_id as "pdfId", docx_id as "docxId", sha256
    from sitting_minutes where network_id = ${ctx.network.id} and sitting_id = ${id} order by number`)
  return rows
}
