import type pg from 'pg'
import { type BudgetLine, budgetLines } from '#server/dispositifs/budget/budget.schema.ts'
import { budgetOf } from '#server/dispositifs/budget/budget.ts'
import type { Network } from '#tenants/schema.ts'
import { dayAfter } from './dossier-path.ts'
import { rowIds } from './row-id.ts'
import { COLLEAGUE, CORRECTION, REPORTED } from './words/holder-words.ts'

/** What the demonstration's holder writes, by the titles of words/dispositif-files.ts. */
const OWN = [
  'Un jardin partagé à Saint-Louis',
  'Réparer et transmettre à Douala',
  'Maison de naissance partagée',
  'Matériel médical, seconde vie',
  'Hip-hop aller-retour',
]
/** Where a colleague writes with them: a draft, and a project that two organisations carry. */
const TOGETHER = ['Un jardin partagé à Saint-Louis', 'Maison de naissance partagée']

/** Who writes for the holders of SO Coopération, what the team asks them, and what their reports came to. */
export async function loadHolders(app: pg.ClientBase, network: Network, id: number, today: string) {
  if (network.slug !== 'so-cooperation' || !network.modules.includes('dispositifs')) return
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const holder = rowIds(`account/holder@${network.slug}.demo`)(0)
  const colleague = await writeColleague(app, network, id, holder)
  await writeEditors(app, id, { holder, titles: OWN, carries: 'lead', ids: rowIds('editor/holder') })
  await writeEditors(app, id, {
    ...{ holder: colleague, titles: TOGETHER, carries: 'last', ids: rowIds('editor/colleague') },
  })
  await writeCorrections(app, id, today)
  await writeReports(app, id)
}

/** Of another organisation that carries one of the projects; signs in like the others. */
async function writeColleague(app: pg.ClientBase, { slug }: Network, id: number, holder: string) {
  const email = `colleague@${slug}.demo`
  const account = rowIds(`account/${email}`)(0)
  await app.query(
    `insert into account (id, email, name, password_hash) select $1, $2, $3, password_hash from account where id = $4
     on conflict do nothing`,
    [account, email, COLLEAGUE, holder],
  )
  await app.query(
    `insert into account_grant (network_id, id, account_id, role, starts_on)
     select $1, $2, $3, 'holder', '2024-01-01' where exists (select from account where id = $3) on conflict do nothing`,
    [id, rowIds(`grant/${email}`)(0), account],
  )
  return account
}

type Editors = { holder: string; titles: string[]; carries: 'lead' | 'last'; ids: (nth: number) => string }

async function writeEditors(app: pg.ClientBase, id: number, { holder, titles, carries, ids }: Editors) {
  const rows = titles.map((title, nth) => ({ id: ids(nth), title }))
  await app.query(
    `insert into dossier_editor (network_id, id, dossier_id, email, account_id, name, added_at, joined_at,
       organisation_id)
     select d.network_id, r.id, d.id, a.email, a.id, a.name, d.created_at, d.created_at,
       (select h.organisation_id from dossier_holder h where h.network_id = d.network_id and h.dossier_id = d.id
         order by h.lead = ($4 = 'lead') desc, h.organisation_id limit 1)
     from json_to_recordset($2::json) as r(id uuid, title text)
       join dossier d on d.network_id = $1 and d.title = r.title join account a on a.id = $3
     on conflict do nothing`,
    [id, JSON.stringify(rows), holder, carries],
  )
}

/** Every dossier to correct says what is asked of it: its first two long texts, until a day to come. */
async function writeCorrections(app: pg.ClientBase, id: number, today: string) {
  await app.query(
    `insert into dossier_correction (network_id, id, dossier_id, fields, reason, due_on, asked_by, asked_at)
     select d.network_id, md5(d.id::text || '/correction')::uuid, d.id, f.keys, $2, $3::date, m.account_id, m.at
     from dossier d
       join dossier_move m on m.network_id = d.network_id and m.dossier_id = d.id and m.to_state = 'to_correct'
       join dispositif_revision r on r.network_id = d.network_id and r.id = d.form_id
       cross join lateral (select array_agg(key) as keys from (
         select f ->> 'key' as key from jsonb_array_elements(r.content -> 'sections') s,
           jsonb_array_elements(s -> 'fields') f
         where f ->> 'type' = 'long_text' and d.answers ? (f ->> 'key') limit 2) k) f
     where d.network_id = $1 and d.state = 'to_correct' and f.keys is not null on conflict do nothing`,
    [id, CORRECTION, dayAfter(today, 9)],
  )
}

type Reported = { id: string; budget: unknown; at: Date; by: string | null }

/** What reports say: a little more was spent than planned, and the association paid the difference. */
async function writeReports(app: pg.ClientBase, id: number) {
  const { rows } = await app.query<Reported>(
    `select d.id, d.answers -> 'budget' as budget, m.at, m.account_id as by from dossier d
       join dossier_move m on m.network_id = d.network_id and m.dossier_id = d.id and m.to_state = 'report_received'
     where d.network_id = $1 and d.state in ('report_received', 'settled')`,
    [id],
  )
  const reports = rows.map((row, nth) => {
    const budget = realised(budgetLines.safeParse(row.budget ?? []).data ?? [], nth)
    const spent = budget.length > 0 ? budgetOf(budget).expense.cashCents : null
    return { id: row.id, body: REPORTED, budget, spent, at: row.at, by: row.by }
  })
  await app.query(
    `insert into dossier_report (network_id, dossier_id, body, budget, spent_cents, updated_at, sent_at, sent_by)
     select $1, id, body, budget, spent, at, at, by
     from json_to_recordset($2::json) as r(id uuid, body text, budget jsonb, spent bigint, at timestamptz, by uuid)
     on conflict do nothing`,
    [id, JSON.stringify(reports)],
  )
}

/** Balanced as the planned one was: what the first expense costs more, the last income brings. */
function realised(planned: BudgetLine[], nth: number): BudgetLine[] {
  const more = (3 + (nth % 5)) * 4_000
  const cash = planned.filter(({ in_kind, cents }) => !in_kind && (cents ?? 0) > 0)
  const [expense, income] = [
    cash.find(({ side }) => side === 'expense'),
    cash.findLast((line) => line.side === 'income' && !line.requested),
  ]
  if (!expense || !income) return planned
  return planned.map((line) =>
    line === expense || line === income ? { ...line, cents: (line.cents ?? 0) + more } : line,
  )
}
