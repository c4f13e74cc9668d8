import type pg from 'pg'
import type { Network } from '#tenants/schema.ts'
import { rowIds } from './row-id.ts'
import { actsOf, type SupportYear } from './support-acts.ts'

/** Named by the network's report: they are in every year. */
const NAMED = ['Floki', 'Assoencore', 'Budmo']
const FIRST_YEAR = 2024

/** What SO Coopération's report of 2025 says; the years around it, and other networks, are invented. */
const REPORTED: Record<string, Record<number, Omit<SupportYear, 'year' | 'until'>>> = {
  'so-cooperation': {
    2024: { flow: { organisations: 37, acts: 118, hours: 104 }, aect: { organisations: 15, acts: 27, hours: 38 } },
    2025: { flow: { organisations: 42, acts: 148, hours: 128 }, aect: { organisations: 19, acts: 36, hours: 52 } },
    2026: { flow: { organisations: 39, acts: 121, hours: 111 }, aect: { organisations: 17, acts: 29, hours: 41 } },
  },
} // biome-ignore format: a table to read

const usual = (organisations: number): Omit<SupportYear, 'year' | 'until'> => {
  const flow = Math.min(60, Math.round(organisations / 40))
  const aect = Math.min(20, Math.round(organisations / 110))
  return {
    flow: { organisations: flow, acts: flow * 3, hours: flow * 2 },
    aect: { organisations: aect, acts: aect * 2, hours: aect * 3 },
  }
}

/** The acts of a network's team; its accounts are there already, since somebody wrote each of them. */
export async function loadSupport(app: pg.ClientBase, network: Network, id: number, today: string) {
  if (!network.modules.includes('support')) return
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const known = await whoIsSupported(app, id)
  const people = ['staff', 'admin'].map((who) => rowIds(`account/${who}@${network.slug}.demo`)(0))
  for (let year = FIRST_YEAR; year <= Number(today.slice(0, 4)); year++) {
    const plan = REPORTED[network.slug]?.[year] ?? usual(known.total)
    const until = today < `${year}-12-31` ? today : `${year}-12-31`
    const acts = actsOf(network.slug, { ...plan, year, until }, known)
    await write(
      app,
      id,
      acts.map(({ person, ...act }) => ({ ...act, account_id: people[person] })),
    )
  }
}

/** Those a report names, then members, then others, always in the same order; authorities on their own. */
async function whoIsSupported(app: pg.ClientBase, id: number) {
  const { rows } = await app.query<{ id: string; kind: string; total: number }>(
    `select o.id, o.kind, count(*) over ()::int as total from organisation o
     where o.network_id = $1 order by o.name <> all ($2),
       not exists (select 1 from membership m where m.network_id = o.network_id and m.organisation_id = o.id),
       md5(o.id::text)`,
    [id, NAMED],
  )
  const of = (authority: boolean) =>
    rows.filter(({ kind }) => (kind === 'local_authority') === authority).map((row) => row.id)
  return { flow: of(false), aect: of(true), total: rows[0]?.total ?? 0 }
}

async function write(app: pg.ClientBase, id: number, acts: Record<string, unknown>[]) {
  if (acts.length === 0) return
  const json = JSON.stringify(acts)
  await app.query(
    `insert into support_act (network_id, id, happened_on, minutes, family, kind, channel, topic, agreed,
       next_step, next_on, next_done_at, account_id)
     select $1, id, happened_on, minutes, family, kind, channel, topic, agreed, next_step, next_on, next_done_at,
       (select a.id from account a where a.id = account_id)
     from json_to_recordset($2::json) as r(id uuid, happened_on date, minutes int, family text, kind text,
       channel text, topic text, agreed text, next_step text, next_on date, next_done_at timestamptz, account_id uuid)
     on conflict do nothing`,
    [id, json],
  )
  await app.query(
    `insert into support_act_organisation (network_id, act_id, organisation_id)
     select $1, id, organisation from json_to_recordset($2::json) as r(id uuid, organisation uuid)
     on conflict do nothing`,
    [id, json],
  )
}
