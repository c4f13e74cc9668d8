import type pg from 'pg'
import { FINANCED } from '#server/dispositifs/figures/what-counts.ts'
import type { Network } from '#tenants/schema.ts'
import { OUTREACH } from './words/outreach-actions.ts'

/** Ids are made of what they belong to: the same on every machine. */
const made = (of: string, what: string) => `md5(${of}::text || '/${what}')::uuid`

/** What followed the decisions of a network's dispositifs: amounts, payments, sponsors, those retained. */
export async function loadFollowUp(app: pg.ClientBase, network: Network, id: number) {
  await app.query(DECISIONS, [id])
  await app.query(
    `update dossier d set granted_cents = n.amount_cents from dossier_decision n
     where d.network_id = $1 and n.network_id = $1 and n.dossier_id = d.id and d.state = any ($2)`,
    [id, [...FINANCED]],
  )
  await app.query(
    `insert into dossier_follow_up (network_id, dossier_id, report_due_on)
     select network_id, id, ends_on + 60 from dossier where network_id = $1 and state = any ($2) on conflict do nothing`,
    [id, [...FINANCED]],
  )
  await app.query(ACCREDITATIONS, [id])
  await app.query(SPONSOR, [id, `sponsor@${network.slug}.demo`])
  for (const share of [0.6, 0.4]) {
    const kind = share === 0.6 ? 'advance' : 'balance'
    const states = share === 0.6 ? ['advance_paid', 'done', 'report_received', 'settled'] : ['settled']
    await app.query(payments(kind), [id, share, states])
    for (const [step, days] of [
      ['paid', 0],
      ['received', 6],
      ['passed_on', 13],
    ] as const)
      await app.query(steps(kind, step), [id, days])
  }
  await app.query(LAUREATES, [id])
  await app.query(LISTING, [id, [...FINANCED]])
  if (network.slug === 'so-cooperation') await loadOutreach(app, id)
}

/** Nine tenths of what was asked, to the nearest hundred euros. */
const GRANTED =
  "case when m.to_state = 'financed' and d.requested_cents > 0 then round(d.requested_cents * 0.9 / 10000) * 10000 end"

const DECISIONS = `
  insert into dossier_decision (network_id, id, dossier_id, number, outcome, amount_cents, decided_on, reference, comment,
    origin, account_id, at)
  select d.network_id, ${made('d.id', 'decision')}, d.id, 1, m.to_state, ${GRANTED}, m.at::date,
    'Comité du ' || to_char(m.at, 'DD/MM/YYYY'), m.reason, 'import', m.account_id, m.at
  from dossier d join dossier_move m on m.network_id = d.network_id and m.dossier_id = d.id
  where d.network_id = $1 and m.to_state in ('financed', 'refused') on conflict do nothing`

const ACCREDITATIONS = `
  insert into sponsor_accreditation (network_id, id, organisation_id, starts_on, ends_on, reference, trained_on, created_at)
  select $1::int, ${made('sponsor_id', 'accreditation')}, sponsor_id, '2024-09-01', '2027-08-31', 'Agrément de démonstration',
    '2024-09-25', '2024-09-26T09:00:00Z'
  from (select distinct sponsor_id from dossier where network_id = $1 and sponsor_id is not null) s on conflict do nothing`

/** The demonstration's sponsor acts for the one that has a file to validate, or else most files. */
const SPONSOR = `
  insert into grant_organisation (network_id, grant_id, organisation_id)
  select g.network_id, g.id, s.sponsor_id from account_grant g join account a on a.id = g.account_id,
    (select sponsor_id from dossier where network_id = $1 and sponsor_id is not null
      group by sponsor_id
      order by count(*) filter (where state = 'awaiting_sponsor') desc, count(*) desc, sponsor_id limit 1) s
  where g.network_id = $1 and g.role = 'sponsor' and a.email = $2 on conflict do nothing`

const payments = (kind: string) => `
  insert into dossier_payment (network_id, id, dossier_id, kind, amount_cents, due_on, paid_to, account_id, created_at)
  select d.network_id, ${made('d.id', kind)}, d.id, '${kind}', round(d.granted_cents * $2::numeric), m.at::date,
    case when d.sponsor_id is null then 'holder' else 'sponsor' end, m.account_id, m.at
  from dossier d join dossier_move m on m.network_id = d.network_id and m.dossier_id = d.id
    and m.to_state = '${kind === 'advance' ? 'advance_paid' : 'settled'}'
  where d.network_id = $1 and d.granted_cents > 0 and d.state = any ($3) on conflict do nothing`

const steps = (kind: string, step: string) => `
  insert into dossier_payment_step (network_id, id, payment_id, step, amount_cents, happened_on, account_id, at)
  select p.network_id, ${made('p.id', step)}, p.id, '${step}', p.amount_cents, p.due_on + $2::int, p.account_id,
    p.created_at + $2::int * interval '1 day'
  from dossier_payment p
  where p.network_id = $1 and p.kind = '${kind}' and ('${step}' = 'paid' or p.paid_to = 'sponsor') on conflict do nothing`

/** Of the calls whose files are all decided. */
const LAUREATES = `
  update dispositif_session s set laureates_published_at = s.closes_at + interval '90 days'
  where s.network_id = $1 and s.closes_at < '2025-12-31' and exists (select from dossier_decision n
    join dossier d on d.network_id = n.network_id and d.id = n.dossier_id
    where d.network_id = s.network_id and d.session_id = s.id and n.outcome = 'financed')`

const LISTING = `
  insert into laureate_listing (network_id, id, session_id, dispositif_id, holders, title, countries, published_at)
  select d.network_id, d.id, s.id, s.dispositif_id,
    array(select o.name from dossier_holder h
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
      where h.network_id = d.network_id and h.dossier_id = d.id order by h.lead desc, o.name collate "fr-x-icu"),
    d.title, d.countries, s.laureates_published_at
  from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
  where d.network_id = $1 and s.laureates_published_at is not null and d.state = any ($2) on conflict do nothing`

async function loadOutreach(app: pg.ClientBase, id: number) {
  const actions = OUTREACH.trim()
    .split('\n')
    .map((line, at) => {
      const [kind, day, title, place, people, organisations, codes] = line.split(' | ')
      return {
        at,
        kind,
        day,
        title,
        place,
        people: Number(people),
        organisations: Number(organisations),
        codes: codes!.split(', '),
      }
    })
  await app.query(
    `insert into outreach_action (network_id, id, kind, happened_on, title, place, people, organisations, created_at)
     select $1::int, ${made('r.at', 'outreach')}, r.kind, r.day, r.title, r.place, r.people, r.organisations, r.day::timestamptz
     from json_to_recordset($2::json) as r(at int, kind text, day date, title text, place text, people int, organisations int)
     on conflict do nothing`,
    [id, JSON.stringify(actions)],
  )
  await app.query(
    `insert into outreach_action_dispositif (network_id, action_id, dispositif_id)
     select $1::int, ${made('r.at', 'outreach')}, d.id
     from json_to_recordset($2::json) as r(at int, codes json), json_array_elements_text(r.codes) as c(code)
       join dispositif d on d.network_id = $1 and d.code = c.code on conflict do nothing`,
    [id, JSON.stringify(actions)],
  )
}
