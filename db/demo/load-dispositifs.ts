import type pg from 'pg'
import { slugify } from '#packages/referentials/text.ts'
import type { Template } from '#server/dispositifs/template/template.schema.ts'
import { templateByKey } from '#server/dispositifs/template/templates.ts'
import type { Network } from '#tenants/schema.ts'
import { type DispositifPlan, dispositifsOf, type SessionPlan } from './dispositif-plans.ts'
import { type DemoDossier, dossiersOf } from './dossiers.ts'
import { loadFollowUp } from './load-follow-up.ts'
import { rowIds } from './row-id.ts'
import { knownHolders } from './who-deposits.ts'

const KINDS = ['form', 'rules', 'grid'] as const

/** A network's dispositifs, their calls and their files; the report's for SO Coopération, invented elsewhere. */
export async function loadDispositifs(app: pg.ClientBase, network: Network, id: number, today: string) {
  if (network.kind !== 'regional' || !network.modules.includes('dispositifs')) return
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const people = ['staff', 'admin'].map((who) => rowIds(`account/${who}@${network.slug}.demo`)(0))
  const ids = rowIds(`${network.slug}/dispositifs`)
  let nth = 0
  const next = () => ids(nth++)
  const known = await knownHolders(app, id)
  if (known.length === 0) return
  const made = dispositifsOf(network.slug, today)
    .map((plan) => ({ ...plan, sessions: plan.sessions.filter(({ opens }) => opens <= today) }))
    .map((plan) => madeOf(plan, network, next))
  const sessions = made.flatMap((one) => one.sessions)
  await insert(
    app,
    id,
    'dispositif',
    DISPOSITIF,
    made.map((one) => one.dispositif),
  )
  await insert(
    app,
    id,
    'dispositif_revision',
    REVISION,
    made.flatMap((one) => one.revisions),
  )
  const dossiers = made.flatMap((one) => dossiersOf(one, network, { known, people, today }, next))
  await insert(
    app,
    id,
    'dispositif_session',
    SESSION,
    sessions.map(({ row }) => row),
  )
  await insert(
    app,
    id,
    'dispositif_listing',
    LISTING,
    made.map((one) => one.listing),
  )
  await writeDossiers(app, id, dossiers)
  await loadFollowUp(app, network, id)
}

export type Made = ReturnType<typeof madeOf>

function madeOf({ template: key, sessions: plans }: DispositifPlan, network: Network, next: () => string) {
  const template = templateByKey(key)!
  const id = next()
  const created_at = '2024-11-04T09:00:00Z'
  const published_at = '2024-11-12T09:00:00Z'
  const revisions = KINDS.map((kind) => ({
    ...{ id: next(), dispositif_id: id, kind, number: 1, content: template[kind], created_at, published_at },
  }))
  const [form, rules, grid] = revisions.map((one) => one.id) as [string, string, string]
  const told = toldOf(template, network)
  const dispositif = { id, ...told, template: key, created_at, published_at }
  const bound = {
    dispositif_id: id,
    form_id: form,
    rules_id: rules,
    grid_id: template.jury === 'grid' ? grid : null,
  }
  const sessions = plans.map((plan) => ({
    plan,
    row: { ...bound, ...sessionRow(plan, template, network, next()) },
  }))
  const lastOpening =
    sessions
      .map(({ row }) => row.opens_at)
      .sort()
      .at(-1) ?? published_at
  const listing = {
    ...{ id, ...told, published_at, updated_at: lastOpening },
    rules: [{ id: rules, rules: template.rules }],
    calls: sessions.map(({ row }) => callOf(row)).sort((a, b) => b.closesAt.localeCompare(a.closesAt)),
  }
  return { dispositif, revisions, sessions, listing, template, form }
}

const toldOf = (
  { code, name, aliases, summary, funder, legalText, intake, intakeUrl }: Template,
  { slug }: Network,
) => ({
  ...{ slug: slugify(code), code, name: name.fr, aliases, summary: summary.fr, funder },
  body: 'L’équipe du réseau présente le dispositif, relit les projets avant le dépôt et suit ceux qui sont retenus.',
  ...{ legal_text: legalText ?? '', intake, intake_url: intakeUrl },
  contact: `Pôle dispositifs, dispositifs@${slug}.example`,
})

function sessionRow(plan: SessionPlan, template: Template, { timeZone }: Network, id: string) {
  const steps = Object.entries(template.steps).flatMap(([step, on]) => (on ? [step] : []))
  return {
    ...{ id, name: plan.name, year: plan.year, time_zone: timeZone, steps, jury: template.jury },
    ...{ opens_at: `${plan.opens}T08:00:00.000Z`, closes_at: `${plan.closes}T21:00:00.000Z` },
    ...{ actions_from: plan.actions[0], actions_to: plan.actions[1] },
    ...{
      envelope_cents: plan.euros === null ? null : plan.euros * 100,
      retention_months: template.retentionMonths,
    },
    ...{ last_number: plan.files.length, published_at: `${plan.opens}T08:00:00Z` },
  }
}

const callOf = (row: ReturnType<typeof sessionRow> & { rules_id: string }) => ({
  ...{
    id: row.id,
    rulesId: row.rules_id,
    name: row.name,
    year: row.year,
    timeZone: row.time_zone,
    steps: row.steps,
  },
  ...{
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    actionsFrom: row.actions_from,
    actionsTo: row.actions_to,
  },
})

const TOLD =
  'id uuid, slug text, code text, name text, aliases text[], summary text, body text, funder text, legal_text text, contact text, intake text, intake_url text, published_at timestamptz'
const DISPOSITIF = `${TOLD}, template text, created_at timestamptz`
const LISTING = `${TOLD}, rules jsonb, calls jsonb, updated_at timestamptz`
const REVISION =
  'id uuid, dispositif_id uuid, kind text, number int, content jsonb, created_at timestamptz, published_at timestamptz'
const SESSION =
  'id uuid, dispositif_id uuid, form_id uuid, rules_id uuid, grid_id uuid, name text, year int, time_zone text, steps text[], jury text, opens_at timestamptz, closes_at timestamptz, actions_from date, actions_to date, envelope_cents bigint, retention_months int, last_number int, published_at timestamptz'
const DOSSIER =
  'id uuid, session_id uuid, number int, origin text, external_number text, external_status text, form_id uuid, title text, answers jsonb, countries text[], department text, starts_on date, ends_on date, requested_cents bigint, planned jsonb, achieved jsonb, sponsor_id uuid, assignee_id uuid, state text, moved_at timestamptz, moved_by uuid, submitted_at timestamptz, created_at timestamptz'

export async function insert(app: pg.ClientBase, id: number, table: string, columns: string, rows: object[]) {
  if (rows.length === 0) return
  const names = columns.replace(/ [a-z0-9[\]]+(?=,|$)/g, '')
  await app.query(
    `insert into ${table} (network_id, ${names}) select $1::int, ${names} from json_to_recordset($2::json) as r(${columns})
     on conflict do nothing`,
    [id, JSON.stringify(rows)],
  )
}

/** Every file's n-th move in one statement: the database judges each, and keeps its line. */
async function writeDossiers(app: pg.ClientBase, id: number, dossiers: DemoDossier[]) {
  await insert(
    app,
    id,
    'dossier',
    DOSSIER,
    dossiers.map(({ row }) => row),
  )
  await insert(
    app,
    id,
    'dossier_holder',
    'dossier_id uuid, organisation_id uuid, lead boolean',
    dossiers.flatMap(({ holders }) => holders),
  )
  const longest = Math.max(0, ...dossiers.map(({ moves }) => moves.length))
  for (let nth = 0; nth < longest; nth++) {
    const moves = dossiers.flatMap(({ moves }) => (moves[nth] ? [moves[nth]] : []))
    await app.query(
      `update dossier d set state = m.state, moved_at = m.at, moved_by = m.by, move_reason = m.reason, updated_at = m.at,
         version = d.version + 1, submitted_at = coalesce(d.submitted_at, case when m.state = 'submitted' then m.at end)
       from json_to_recordset($2::json) as m(id uuid, state text, at timestamptz, by uuid, reason text)
       where d.network_id = $1 and d.id = m.id and d.moves = $3`,
      [id, JSON.stringify(moves), nth],
    )
  }
  const waivers = dossiers.flatMap(({ waiver }) => (waiver ? [waiver] : []))
  await insert(
    app,
    id,
    'dossier_waiver',
    'dossier_id uuid, rule_key text, reason text, account_id uuid, at timestamptz',
    waivers,
  )
}
