import type pg from 'pg'
import type { Network } from '#tenants/schema.ts'
import { dayAfter } from './dossier-path.ts'
import { rowIds } from './row-id.ts'
import { signSittings } from './sign-sittings.ts'
import { FAMILY_NAMES, GIVEN_NAMES } from './words/people-names.ts'

/** SO Coopération's 2025, as its report counts it: four juries, eighteen instructors from ten organisations. */
const INSTRUCTORS = 18
const ORGANISATIONS = 10
const SITTINGS = [
  {
    name: 'Jury FONJEP de printemps, première journée',
    on: '2025-03-20',
    session: 'Session 1 de 2025',
    odd: 1,
  },
  {
    name: 'Jury FONJEP de printemps, seconde journée',
    on: '2025-03-21',
    session: 'Session 1 de 2025',
    odd: 0,
  },
  { name: 'Jury FONJEP d’été, première journée', on: '2025-05-27', session: 'Session 2 de 2025', odd: 1 },
  { name: 'Jury FONJEP d’été, seconde journée', on: '2025-05-28', session: 'Session 2 de 2025', odd: 0 },
]

/** Who reads and sits for a network; its dossiers are there already. */
export async function loadJury(app: pg.ClientBase, network: Network, id: number, today: string) {
  if (network.slug !== 'so-cooperation' || !network.modules.includes('dispositifs')) return
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const { rows: already } = await app.query('select 1 from instructor where network_id = $1 limit 1', [id])
  const { rows: files } = await app.query('select 1 from dossier where network_id = $1 limit 1', [id])
  if (already.length > 0 || files.length === 0) return
  const ids = rowIds(`${network.slug}/jury`)
  const people = await writePool(app, network, id, ids)
  const past = SITTINGS.map((sitting, nth) => ({ ...sitting, id: ids(1000 + nth), nth, ids, people })).filter(
    ({ on }) => on <= today,
  )
  for (const sitting of past) await writeSitting(app, id, sitting)
  await signSittings(
    app,
    id,
    past.map((one) => one.id),
  )
  await writeReading(app, id, people, today)
  await writeComing(app, id, { sitting: ids(1100), member: (nth) => ids(7000 + nth), people, today })
}

type Ids = ReturnType<typeof rowIds>

/** People of organisations that neither deposit nor sponsor; the first signs in as the demonstration's juror. */
async function writePool(app: pg.ClientBase, network: Network, id: number, ids: Ids): Promise<string[]> {
  const juror = `juror@${network.slug}.demo`
  const { rows: organisations } = await app.query<{ id: string }>(
    `select o.id from organisation o where o.network_id = $1
       and not exists (select from dossier_holder h where h.network_id = o.network_id and h.organisation_id = o.id)
       and not exists (select from dossier d where d.network_id = o.network_id and d.sponsor_id = o.id)
     order by md5(o.id::text) limit $2`,
    [id, ORGANISATIONS],
  )
  const pool = Array.from({ length: INSTRUCTORS }, (_, nth) => ({
    id: ids(nth),
    email: nth === 0 ? juror : `lecture${nth}@vivier.example`,
    name: `${GIVEN_NAMES[(nth * 7) % GIVEN_NAMES.length]![0]} ${FAMILY_NAMES[(nth * 11) % FAMILY_NAMES.length]!}`,
    account_id: nth === 0 ? rowIds(`account/${juror}`)(0) : null,
    organisation_id: organisations[nth % organisations.length]?.id ?? null,
    sectors: [['education'], ['water'], ['agriculture'], ['culture'], ['environment']][nth % 5],
    countries: [['SN'], ['TG'], ['MG'], ['BF'], ['MA'], ['BJ']][nth % 6],
    publics: ['youth'],
    trained_on: nth % 3 === 0 ? '2025-01-23' : '2024-01-25',
  }))
  await app.query(
    `insert into instructor (network_id, id, email, name, account_id, organisation_id, sectors, countries, publics,
       trained_on, created_at)
     select $1, id, email, name, account_id, organisation_id, sectors, countries, publics, trained_on, '2024-01-10'
     from json_to_recordset($2::json) as r(id uuid, email text, name text, account_id uuid, organisation_id uuid,
       sectors text[], countries text[], publics text[], trained_on date)`,
    [id, JSON.stringify(pool)],
  )
  return pool.map((one) => one.id)
}

type Sitting = (typeof SITTINGS)[number] & { id: string; nth: number; ids: Ids; people: string[] }

/** Several schemes at each: the files of their sessions, one day the odd ones, the other the even ones. */
async function writeSitting(app: pg.ClientBase, id: number, given: Sitting) {
  const { name, on, session, odd, nth, ids, people } = given
  await app.query(
    `insert into sitting (network_id, id, name, starts_at, place, quorum, created_at)
     values ($1, $2, $3, $4, 'Maison des associations, Bordeaux', 5, $4::timestamptz - interval '40 days')`,
    [id, given.id, name, `${on}T09:00:00+01:00`],
  )
  const sessions = `from dispositif_session s join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
     where s.network_id = $1 and s.name = $3 and p.template in ('isi', 'jsi', 'vvv_si')`
  await app.query(
    `insert into sitting_session (network_id, sitting_id, session_id) select $1, $2, s.id ${sessions}`,
    [id, given.id, session],
  )
  const members = people.filter((_, at) => at % 2 === nth % 2)
  await app.query(
    `insert into sitting_member (network_id, id, sitting_id, instructor_id, name, organisation_name, chair, presence)
     select i.network_id, r.id, $2, i.id, i.name, coalesce(o.name, ''), r.chair, 'present'
     from json_to_recordset($3::json) as r(id uuid, instructor uuid, chair boolean)
       join instructor i on i.network_id = $1 and i.id = r.instructor
       left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id`,
    [
      id,
      given.id,
      JSON.stringify(
        members.map((instructor, at) => ({ id: ids(2000 + nth * 100 + at), instructor, chair: at === 0 })),
      ),
    ],
  )
  const { rows } = await app.query<{ dossier: string; refused: boolean; cents: number; reason: string }>(
    `select d.id as dossier, d.state = 'refused' as refused, d.requested_cents as cents, m.reason
     from dossier d join dossier_move m on m.network_id = d.network_id and m.dossier_id = d.id and m.to_state = 'opined'
     where d.network_id = $1 and d.session_id in (select s.id ${sessions.replace('$3', '$2')}) and d.number % 2 = $3
     order by d.session_id, d.number`,
    [id, session, odd],
  )
  const items = rows.map(({ dossier, refused, cents, reason }, at) => ({
    ...{ id: ids(4000 + nth * 100 + at), dossier, position: at + 1, reason },
    ...{ opinion: refused ? 'unfavourable' : 'favourable', cents: refused ? null : cents },
  }))
  await app.query(
    `insert into sitting_item (network_id, id, sitting_id, dossier_id, position, opinion, reasons, amount_cents, decided_at)
     select $1, id, $2, dossier, position, opinion, reason, cents, $4
     from json_to_recordset($3::json) as r(id uuid, dossier uuid, position int, opinion text, reason text, cents bigint)`,
    [id, given.id, JSON.stringify(items), `${on}T11:00:00+01:00`],
  )
}

/** The open call is being read: the juror has files to look at, and a colleague has handed in one. */
async function writeReading(app: pg.ClientBase, id: number, people: string[], today: string) {
  const { rows } = await app.query<{ id: string }>(
    `select s.id from dispositif_session s join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
     where s.network_id = $1 and p.template = 'isi' and s.closes_at > $2 order by s.closes_at desc limit 1`,
    [id, `${today}T12:00:00Z`],
  )
  const session = rows[0]?.id
  if (!session) return
  const readers = people.slice(0, 4)
  await app.query(
    `insert into session_instruction (network_id, session_id, readers, due_on, distributed_at)
     values ($1, $2, 2, $3, $4)`,
    [id, session, dayAfter(today, 20), `${dayAfter(today, -2)}T09:00:00Z`],
  )
  await app.query(
    `insert into session_instructor (network_id, session_id, instructor_id, chosen_at, declared_at)
     select $1, $2, r, $4::timestamptz, case when at <= 2 then $4::timestamptz end
     from unnest($3::uuid[]) with ordinality as t(r, at)`,
    [id, session, readers, `${dayAfter(today, -5)}T09:00:00Z`],
  )
  await app.query(
    `insert into assignment (network_id, dossier_id, instructor_id, given_at)
     select d.network_id, d.id, r, $4 from dossier d, unnest($3::uuid[]) r
     where d.network_id = $1 and d.session_id = $2 and d.state in ('submitted', 'complete')`,
    [id, session, readers.slice(0, 2), `${dayAfter(today, -2)}T09:00:00Z`],
  )
  await app.query(
    `insert into review (network_id, dossier_id, instructor_id, grid_id, scores, score, opinion, comment, submitted_at)
     select d.network_id, d.id, $3, g.id,
       (select jsonb_object_agg(c ->> 'key', jsonb_build_object('score', round((c ->> 'max')::numeric * 0.8),
          'comment', 'Expliqué dans le dossier.')) from jsonb_array_elements(g.content -> 'criteria') c),
       80, 'favourable', 'Un projet clair, porté par les jeunes ; le budget gagnerait à être détaillé.', $4
     from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
       join dispositif_revision g on g.network_id = s.network_id and g.id = s.grid_id
     where d.network_id = $1 and d.session_id = $2 and d.state in ('submitted', 'complete')
     order by d.number limit 1`,
    [id, session, readers[1], `${dayAfter(today, -1)}T15:00:00Z`],
  )
}

type Coming = { sitting: string; member: (nth: number) => string; people: string[]; today: string }

/** The jury of the open calls is called, and one of them still waits to know who has ties with its files. */
async function writeComing(app: pg.ClientBase, id: number, { sitting, member, people, today }: Coming) {
  const on = dayAfter(today, 60)
  const open = `from dispositif_session s join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
     where s.network_id = $1 and s.closes_at > $2::date`
  await app.query(
    `insert into sitting (network_id, id, name, starts_at, place, quorum, created_at)
     values ($1, $2, 'Jury FONJEP de la session ouverte', $3, 'Maison des associations, Bordeaux', 3, $4)`,
    [id, sitting, `${on}T09:00:00+01:00`, `${dayAfter(today, -3)}T09:00:00Z`],
  )
  await app.query(
    `insert into sitting_session (network_id, sitting_id, session_id)
     select $1, $3, s.id ${open} and p.template in ('isi', 'jsi')`,
    [id, today, sitting],
  )
  const members = people
    .slice(0, 6)
    .map((instructor, at) => ({ id: member(at), instructor, chair: at === 1 }))
  await app.query(
    `insert into sitting_member (network_id, id, sitting_id, instructor_id, name, organisation_name, chair)
     select i.network_id, r.id, $2, i.id, i.name, coalesce(o.name, ''), r.chair
     from json_to_recordset($3::json) as r(id uuid, instructor uuid, chair boolean)
       join instructor i on i.network_id = $1 and i.id = r.instructor
       left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id`,
    [id, sitting, JSON.stringify(members)],
  )
  await app.query(
    `insert into session_instructor (network_id, session_id, instructor_id, chosen_at)
     select $1, s.id, r, $4::timestamptz ${open.replace('where', 'cross join unnest($3::uuid[]) r where')} and p.template = 'jsi'`,
    [id, today, people.slice(0, 2), `${dayAfter(today, -1)}T09:00:00Z`],
  )
}
