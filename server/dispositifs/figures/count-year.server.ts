import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { countActions } from '../outreach/find-actions.server.ts'
import { dispositifs } from '../permissions.ts'
import { addPeople, countPeople, noPeople, type People } from './count-people.ts'
import { countedSql } from './counted.server.ts'
import { juriesOf } from './juries-of.server.ts'
import { ACCOMPANIED, FINANCED } from './what-counts.ts'

export type SessionFigures = {
  sessionId: string
  session: string
  dispositifId: string
  code: string
  name: string
  funder: string
  received: number
  instructed: number
  financed: number
  requestedCents: number
  /** Of those financed: what was granted where it is recorded, what they asked for elsewhere. */
  financedCents: number
  /** How many of those financed have no amount recorded, though they asked for one. */
  ungranted: number
  countries: string[]
  people: People
  /** Of financed projects, how many said how many they were. */
  told: number
  /** Dossiers whose total and parts do not agree. */
  disagreeing: { id: string; title: string; number: number; people: People }[]
}
export type Accompanied = { id: string; name: string; incubated: boolean; studied: boolean }
export type YearOfDispositifs = Awaited<ReturnType<typeof countYear>>

/** What the sessions of a year amount to, each apart; who accompanied how many organisations, each once. */
export async function countYear(ctx: Context, year: number) {
  demand(ctx, dispositifs['dossier:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows: years } = await tx.execute<{ year: number }>(sql`
      select distinct year from dispositif_session where network_id = ${ctx.network.id} order by year desc`)
    const sessions = await sessionsOf(tx, ctx, year)
    await tellPeople(tx, ctx, year, sessions)
    const organisations = await accompanied(tx, ctx, year)
    return {
      year,
      years: years.map((one) => one.year),
      sessions,
      organisations,
      outreach: await countActions(tx, ctx, year),
      projects: await projects(tx, ctx, year),
      juries: await juriesOf(tx, ctx, year),
    }
  })
}

const list = (states: readonly string[]) => sql`${sql.param([...states])}::text[]`
const financed = sql`d.state = any (${list(FINANCED)})`

async function sessionsOf(tx: Transaction, ctx: StaffContext, year: number): Promise<SessionFigures[]> {
  const { rows } = await tx.execute<Omit<SessionFigures, 'people' | 'told' | 'disagreeing'>>(sql`
    with file as (
      select d.session_id, d.requested_cents, d.granted_cents, d.countries, 
        ${countedSql.financed} as financed, ${countedSql.instructed} as instructed
      from dossier d
        join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
      where d.network_id = ${ctx.network.id} and s.year = ${year}
        and ${countedSql.received})
    select s.id as "sessionId", s.name as session, p.id as "dispositifId", p.code, p.name, p.funder,
      count(f.session_id)::int as received,
      count(*) filter (where f.instructed)::int as instructed,
      count(*) filter (where f.financed)::int as financed,
      coalesce(sum(f.requested_cents), 0)::bigint as "requestedCents",
      coalesce(sum(coalesce(f.granted_cents, f.requested_cents)) filter (where f.financed), 0)::bigint
        as "financedCents",
      count(*) filter (where f.financed and f.granted_cents is null and f.requested_cents > 0)::int as ungranted,
      array(select distinct c from file i, unnest(i.countries) c
        where i.session_id = s.id and i.instructed order by c) as countries
    from dispositif_session s
      join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
      left join file f on f.session_id = s.id
    where s.network_id = ${ctx.network.id} and s.year = ${year}
    group by s.network_id, s.id, p.network_id, p.id
    order by p.code collate "fr-x-icu", p.id, s.opens_at, s.id`)
  return rows.map((row) => ({
    ...row,
    requestedCents: Number(row.requestedCents),
    financedCents: Number(row.financedCents),
    ...{ people: noPeople(), told: 0, disagreeing: [] },
  }))
}

type Project = {
  id: string
  title: string
  number: number
  sessionId: string
  planned: unknown
  achieved: unknown
}

async function tellPeople(tx: Transaction, ctx: StaffContext, year: number, sessions: SessionFigures[]) {
  const { rows } = await tx.execute<Project>(sql`
    select d.id, d.title, d.number, d.session_id as "sessionId", d.planned, d.achieved from dossier d
      join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    where d.network_id = ${ctx.network.id} and s.year = ${year} and ${financed}
    order by d.number`)
  for (const { id, title, number, sessionId, ...told } of rows) {
    const session = sessions.find((one) => one.sessionId === sessionId)
    const counted = countPeople(told)
    if (!session || !counted) continue
    session.told += 1
    session.people = addPeople(session.people, counted.people)
    if (counted.disagrees) session.disagreeing.push({ id, title, number, people: counted.people })
  }
}

const templateIs = (template: (typeof ACCOMPANIED)[number]) => sql`p.template = ${template}`
const [incubator, study] = ACCOMPANIED.map(templateIs) as [
  ReturnType<typeof templateIs>,
  ReturnType<typeof templateIs>,
]

const retained = (ctx: StaffContext, year: number) => sql`
  from dossier d
    join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
  where d.network_id = ${ctx.network.id} and s.year = ${year} and ${financed}
    and p.template = any (${list(ACCOMPANIED)})`

/** Co-holders are each one of them; who is in both is one line. */
async function accompanied(tx: Transaction, ctx: StaffContext, year: number): Promise<Accompanied[]> {
  const { rows } = await tx.execute<Accompanied>(sql`
    select o.id, o.name, bool_or(r.incubated) as incubated, bool_or(r.studied) as studied
    from (select d.network_id, d.id, ${incubator} as incubated, ${study} as studied ${retained(ctx, year)}) r
      join dossier_holder h on h.network_id = r.network_id and h.dossier_id = r.id
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
    group by o.network_id, o.id order by o.name collate "fr-x-icu", o.id`)
  return rows
}

async function projects(tx: Transaction, ctx: StaffContext, year: number) {
  const { rows } = await tx.execute<{ incubated: number; studied: number }>(sql`
    select count(*) filter (where ${incubator})::int as incubated, count(*) filter (where ${study})::int as studied
    ${retained(ctx, year)}`)
  return rows[0]!
}
