import type pg from 'pg'
import type { Network } from '#tenants/schema.ts'
import { rowIds } from './row-id.ts'

/** A project its people would begin, not yet sent: all of it is proposed, as its form stands. */
const BEGUN = {
  title: 'Un jardin-école pour deux villages',
  summary: 'Former trente familles au maraîchage sans pesticide, autour d’un jardin tenu par les écoles.',
  status: 'planned',
  startedOn: null,
  endedOn: null,
  partnersThere: [],
  countryOnly: false,
  place: null,
  lat: null,
  lon: null,
  sectors: ['agriculture'],
  sdgs: [2, 4],
  body: '',
  results: '',
  budgetCents: null,
  budgetBand: null,
  funding: [],
}
const REASON =
  'Le panorama raconte le projet, pas la collecte de dons. Ajoutez plutôt ce qui a changé pour les habitants, et renvoyez-nous votre proposition.'

type Held = {
  id: string
  organisation: string
  summary: string
  results: string
  countries: string[]
  sdgs: number[]
}

/** What the demonstration’s member proposes of the projects they hold: one sent, one begun, one refused, one taken. */
export async function loadProjectProposals(
  app: pg.ClientBase,
  { slug }: Network,
  id: number,
  today: string,
): Promise<void> {
  const at = (days: number) => new Date(Date.parse(`${today}T09:20:00Z`) - days * 86_400_000).toISOString()
  const account = (who: string) => rowIds(`account/${who}@${slug}.demo`)(0)
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const held = await keepHolder(app, id, account('member'))
  const [first, second = first] = held
  if (first && second) {
    const ids = rowIds(`project-proposal/${slug}`)
    const results = `${first.results} Cette année, deux classes de plus suivent les ateliers.`.trim()
    const give = `${second.summary} Faites un don !`.trim()
    await write(app, [
      {
        ...{ id: ids(0), project_id: first.id, state: 'submitted', created_at: at(3), submitted_at: at(3) },
        ...{ proposed: { results }, base: { results: first.results } },
        note: 'Nous venons de rentrer de mission.',
      },
      {
        ...{ id: ids(1), project_id: null, state: 'draft', created_at: at(1) },
        ...{ proposed: { ...BEGUN, countries: first.countries.slice(0, 1) }, base: {} },
      },
      {
        ...{ id: ids(2), project_id: second.id, state: 'refused', created_at: at(40), submitted_at: at(40) },
        ...{ proposed: { summary: give }, base: { summary: second.summary } },
        ...{ reason: REASON, decided_at: at(37), decided_by: account('staff') },
      },
      {
        ...{ id: ids(3), project_id: second.id, state: 'published', created_at: at(55), submitted_at: at(55) },
        // What was taken is what the project says today.
        ...{ proposed: { sdgs: second.sdgs }, base: { sdgs: second.sdgs.slice(0, -1) }, taken: ['sdgs'] },
        ...{ note: 'Un objectif manquait.', decided_at: at(53), decided_by: account('staff') },
      },
    ].map((row) => ({ ...row, network_id: id, organisation_id: first.organisation, account_id: account('member') }))) // biome-ignore format: a row a proposal
  }
}

/** Their own projects; with none in the panorama, they also keep the page of the association that leads most of them. */
async function keepHolder(app: pg.ClientBase, id: number, member: string): Promise<Held[]> {
  await app.query(
    `insert into grant_organisation (network_id, grant_id, organisation_id)
     select g.network_id, g.id, h.organisation_id from account_grant g, lateral (
       select h.organisation_id from project_holder h
         join project p on p.network_id = h.network_id and p.id = h.project_id
           and p.published_at is not null and p.visibility = 'public'
         join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
           and o.kind = 'association' and o.published_at is not null
       where h.network_id = $1 and h.lead group by 1 order by count(*) desc, 1 limit 1) h
     where g.network_id = $1 and g.account_id = $2 and g.role = 'member'
       and not exists (select from grant_organisation l
         join project_holder k on k.network_id = l.network_id and k.organisation_id = l.organisation_id
         join project p on p.network_id = k.network_id and p.id = k.project_id
           and p.published_at is not null and p.visibility = 'public'
         where l.network_id = g.network_id and l.grant_id = g.id)
     on conflict do nothing`,
    [id, member],
  )
  const { rows } = await app.query<Held>(
    `select p.id, h.organisation_id as organisation, p.summary, p.results, p.countries, p.sdgs from account_grant g
       join grant_organisation l on l.network_id = g.network_id and l.grant_id = g.id
       join project_holder h on h.network_id = l.network_id and h.organisation_id = l.organisation_id
       join project p on p.network_id = h.network_id and p.id = h.project_id
     where g.network_id = $1 and g.account_id = $2 and g.role = 'member'
       and p.published_at is not null and p.visibility = 'public'
     order by count(*) over (partition by h.organisation_id) desc, h.organisation_id, p.title, p.id limit 2`,
    [id, member],
  )
  return rows.filter(({ organisation }) => organisation === rows[0]?.organisation)
}

async function write(app: pg.ClientBase, rows: object[]) {
  await app.query(
    `insert into project_proposal (network_id, id, project_id, organisation_id, account_id, proposed, base, note,
       state, taken, reason, created_at, updated_at, submitted_at, decided_at, decided_by)
     select r.network_id, r.id, r.project_id, r.organisation_id, r.account_id, r.proposed, r.base,
       coalesce(r.note, ''), r.state, coalesce(r.taken, '{}'), r.reason, r.created_at, r.created_at, r.submitted_at, r.decided_at, r.decided_by
     from json_to_recordset($1::json) as r(network_id int, id uuid, project_id uuid, organisation_id uuid,
       account_id uuid, proposed jsonb, base jsonb, note text, state text, taken text[], reason text, created_at timestamptz,
       submitted_at timestamptz, decided_at timestamptz, decided_by uuid)`,
    [JSON.stringify(rows)],
  )
}
