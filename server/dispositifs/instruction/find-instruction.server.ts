import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { ConflictReason, Short } from '#db/schema/dispositifs/jury.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { READ_IN } from './pass-on.server.ts'
import { proposeConflicts } from './propose-conflicts.server.ts'

export type ReaderLine = {
  id: string
  name: string
  organisation: string
  chosen: boolean
  declared: boolean
  persons: string
  most: number | null
  given: number
  handedIn: number
  conflicts: number
}
export type ConflictLine = {
  dossierId: string
  instructorId: string
  number: number
  title: string
  name: string
  reasons: ConflictReason[]
  state: 'proposed' | 'confirmed' | 'dismissed'
  recused: boolean
  note: string
}
export type ReadLine = {
  id: string
  number: number
  title: string
  readers: { name: string; handedIn: boolean }[]
  mean: number | null
  spread: number | null
}

const MOST_SHOWN = 200

/** How the reading of a session goes: who reads, what awaits the team, what is wanting. */
export async function findInstruction(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['jury:read'])
  const session = await getSession(ctx, sessionId)
  return inNetwork(ctx, async (tx) => {
    await proposeConflicts(tx, ctx, sessionId)
    const { rows: set } = await tx.execute<{
      readers: number
      dueOn: string | null
      anonymous: boolean
      short: Short[]
      distributedAt: Date | null
    }>(sql`select readers, due_on::text as "dueOn", anonymous, short, distributed_at as "distributedAt"
      from session_instruction where network_id = ${ctx.network.id} and session_id = ${sessionId}`)
    const short = (set[0]?.short ?? []).slice(0, MOST_SHOWN)
    return {
      session,
      set: set[0] ?? { readers: 2, dueOn: null, anonymous: false, short: [], distributedAt: null },
      readers: await readersOf(tx, ctx, sessionId),
      conflicts: await conflictsOf(tx, ctx, sessionId),
      files: await filesOf(tx, ctx, sessionId),
      ...(await countsOf(tx, ctx, sessionId)),
      short: await titled(tx, ctx, short),
    }
  })
}

async function readersOf(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<ReaderLine>(sql`
    with given as (
      select a.instructor_id, count(*)::int as given, count(r.submitted_at)::int as handed
      from assignment a join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
        left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id
      where a.network_id = ${ctx.network.id} and d.session_id = ${sessionId} group by 1),
    barred as (
      select c.instructor_id, count(*)::int as n from conflict c
        join dossier d on d.network_id = c.network_id and d.id = c.dossier_id
      where c.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and c.state <> 'dismissed' group by 1)
    select i.id, i.name, coalesce(o.name, i.organisation_name) as organisation, s.session_id is not null as chosen,
      s.declared_at is not null as declared, coalesce(s.persons, '') as persons, i.most,
      coalesce(g.given, 0) as given, coalesce(g.handed, 0) as "handedIn", coalesce(b.n, 0) as conflicts
    from instructor i
      left join session_instructor s on s.network_id = i.network_id and s.instructor_id = i.id and s.session_id = ${sessionId}
      left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id
      left join given g on g.instructor_id = i.id left join barred b on b.instructor_id = i.id
    where i.network_id = ${ctx.network.id} and i.ended_at is null
    order by s.session_id is null, i.name collate "fr-x-icu", i.id`)
  return rows
}

/** Those to settle first. */
async function conflictsOf(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<ConflictLine>(sql`
    select c.dossier_id as "dossierId", c.instructor_id as "instructorId", d.number, d.title, i.name, c.reasons,
      c.state, c.recused, c.note
    from conflict c join dossier d on d.network_id = c.network_id and d.id = c.dossier_id
      join instructor i on i.network_id = c.network_id and i.id = c.instructor_id
    where c.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
    order by c.state <> 'proposed', i.name collate "fr-x-icu", d.number limit ${MOST_SHOWN}`)
  return rows
}

async function filesOf(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<ReadLine>(sql`
    select d.id, d.number, d.title,
      jsonb_agg(jsonb_build_object('name', i.name, 'handedIn', r.submitted_at is not null)
        order by r.submitted_at is null, i.name collate "fr-x-icu", i.id) as readers,
      round((avg(r.score) filter (where c.dossier_id is null))::numeric, 1)::float8 as mean,
      (max(r.score) filter (where c.dossier_id is null) - min(r.score) filter (where c.dossier_id is null)) as spread
    from dossier d join assignment a on a.network_id = d.network_id and a.dossier_id = d.id
      join instructor i on i.network_id = a.network_id and i.id = a.instructor_id
      left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
        and r.instructor_id = a.instructor_id
      left join conflict c on c.network_id = a.network_id and c.dossier_id = a.dossier_id
        and c.instructor_id = a.instructor_id and c.state <> 'dismissed'
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
    group by d.network_id, d.id order by count(a.instructor_id) - count(r.submitted_at), d.number limit ${MOST_SHOWN}`)
  return rows
}

async function countsOf(tx: Transaction, ctx: StaffContext, sessionId: string) {
  const { rows } = await tx.execute<{
    toRead: number
    unchecked: number
    given: number
    complete: number
  }>(sql`
    with file as (
      select d.state, count(a.instructor_id) as readers, count(r.submitted_at) as handed
      from dossier d left join assignment a on a.network_id = d.network_id and a.dossier_id = d.id
        left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id
      where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId}
        and d.state = any (${sql.param([...READ_IN])}::text[])
      group by d.network_id, d.id)
    select count(*)::int as "toRead",
      count(*) filter (where state = 'submitted')::int as unchecked,
      count(*) filter (where readers > 0)::int as given,
      count(*) filter (where readers > 0 and readers = handed and state = 'eligible')::int as complete from file`)
  return rows[0]!
}

async function titled(tx: Transaction, ctx: StaffContext, short: Short[]) {
  const { rows } = await tx.execute<{ id: string; number: number; title: string }>(sql`
    select id, number, title from dossier where network_id = ${ctx.network.id}
      and id = any (${sql.param(short.map(({ dossier }) => dossier))}::uuid[])`)
  return short.flatMap((one) => {
    const file = rows.find(({ id }) => id === one.dossier)
    return file ? [{ ...file, missing: one.missing, why: one.why }] : []
  })
}
