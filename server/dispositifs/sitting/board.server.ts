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
      (select count(*)::int from conflict c
        where c.network_id = t.network_id and c.dossier_id = t.dossier_id and c.state <> 'dismissed'
          and c.instructor_id in (select m.instructor_id from sitting_member m where m.network_id = ${ctx.network.id}
            and m.sitting_id = ${sittingId} and m.round = ${round})) as conflicts
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

/** What nobody will be paid for, whatever a jury proposed. */
const FREED = ['refused', 'withdrawn', 'renounced', 'merged']

/**
 * What is left of each session's envelope when what juries propose is taken off, each file as last said. Which
 * sessions is asked first: among thousands of files, a plan is chosen from how many each has.
 */
export async function envelopesOf(tx: Transaction, ctx: NetworkContext, sittingId: string) {
  const { rows: sessions } = await tx.execute<
    Pick<Envelope, 'sessionId' | 'code' | 'name' | 'envelopeCents'>
  >(sql`
    select n.id as "sessionId", p.code, n.name, n.envelope_cents::float8 as "envelopeCents"
    from sitting_session x join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
      join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
    where x.network_id = ${ctx.network.id} and x.sitting_id = ${sittingId}
    order by p.code, n.opens_at, n.id`)
  const { rows: sums } = await tx.execute<Omit<Envelope, 'code' | 'name' | 'envelopeCents'>>(sql`
    with item as materialized (
      select t.dossier_id, d.session_id, d.state, t.amount_cents, t.opinion, t.decided_at,
        t.sitting_id = ${sittingId} and t.round = (select round from sitting g
          where g.network_id = ${ctx.network.id} and g.id = ${sittingId}) as here
      from sitting_item t join dossier d on d.network_id = t.network_id and d.id = t.dossier_id
      where t.network_id = ${ctx.network.id}
        and d.session_id = any (${sql.param(sessions.map(({ sessionId }) => sessionId))}::uuid[])),
    told as (
      select distinct on (dossier_id) session_id, amount_cents, opinion from item
        where opinion is not null and state <> all (${sql.param(FREED)}::text[])
      order by dossier_id, decided_at desc nulls last)
    select session_id as "sessionId", sum(cents)::float8 as "proposedCents", sum(items)::int as items,
      sum(done)::int as done
    from (
      select session_id, 0 as cents, count(*) as items, count(opinion) as done from item where here group by 1
      union all
      select session_id, sum(amount_cents), 0, 0 from told where opinion in ('favourable', 'reservations') group by 1) s
    group by 1`)
  const said = new Map(sums.map((one) => [one.sessionId, one]))
  return sessions.map((one): Envelope => {
    const { proposedCents, items, done } = said.get(one.sessionId) ?? { proposedCents: 0, items: 0, done: 0 }
    return { ...one, proposedCents: proposedCents ?? 0, items, done }
  })
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
    /** None of minutes that were signed on paper, before the sitting was followed here. */
    pdfId: string | null
    docxId: string | null
    sha256: string | null
  }>(sql`
    select number, signed_at as "signedAt", signed_as as "signedAs", pdf_id as "pdfId", docx_id as "docxId", sha256
    from sitting_minutes where network_id = ${ctx.network.id} and sitting_id = ${id} order by number`)
  return rows
}
