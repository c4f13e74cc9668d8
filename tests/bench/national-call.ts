import { randomUUID } from 'node:crypto'
import type pg from 'pg'

export const FILES = 2000
export const INSTRUCTORS = 60

/** A call like one the network has, with as many files and readers as a national one. */
export async function seed(superuser: pg.Client, network: number) {
  const { rows } = await superuser.query<{ session: string }>(
    `select d.session_id as session from dossier d join dispositif_session s
       on s.network_id = d.network_id and s.id = d.session_id
     where d.network_id = $1 and s.grid_id is not null and d.state <> 'draft' limit 1`,
    [network],
  )
  if (!rows[0]) return null
  const [session, sitting] = [randomUUID(), randomUUID()]
  await superuser.query(
    `insert into dispositif_session (network_id, id, dispositif_id, name, year, opens_at, closes_at, time_zone,
       envelope_cents, rules_id, form_id, grid_id, steps)
     select network_id, $3, dispositif_id, 'Mesure', year, opens_at, closes_at, time_zone, 1000000000, rules_id, form_id,
       grid_id, array['instruction'] from dispositif_session where network_id = $1 and id = $2`,
    [network, rows[0].session, session],
  )
  await superuser.query(
    `insert into dossier (network_id, id, session_id, number, origin, form_id, title, answers, countries,
       requested_cents, state, moved_at, submitted_at)
     select l.network_id, gen_random_uuid(), $3, n, 'behalf', l.form_id, l.title || ' ' || n, l.answers, l.countries,
       l.requested_cents, 'submitted', now(), now()
     from generate_series(1, ${FILES}) n,
       (select * from dossier where network_id = $1 and session_id = $2 and state <> 'draft' limit 1) l`,
    [network, rows[0].session, session],
  )
  for (const state of ['complete', 'eligible'])
    await superuser.query(`update dossier set state = $3 where network_id = $1 and session_id = $2`, [
      network,
      session,
      state,
    ])
  await superuser.query(
    `insert into dossier_holder (network_id, dossier_id, organisation_id, lead)
     select d.network_id, d.id, o.id, true
     from (select *, row_number() over (order by number) as nth from dossier where network_id = $1 and session_id = $2) d
       join (select id, row_number() over (order by id) as nth from organisation where network_id = $1
         order by id limit ${FILES}) o on o.nth = 1 + (d.nth - 1) % (select least(${FILES}, count(*)) from organisation where network_id = $1)`,
    [network, session],
  )
  await superuser.query(
    `with pool as (
       insert into instructor (network_id, id, email, name, organisation_id)
       select $1, gen_random_uuid(), 'mesure' || n || '-' || $2 || '@essai.example', 'Mesure ' || n,
         (select id from organisation where network_id = $1 order by id offset n limit 1)
       from generate_series(1, ${INSTRUCTORS}) n returning id)
     insert into session_instructor (network_id, session_id, instructor_id, declared_at)
     select $1, $2::uuid, id, now() from pool`,
    [network, session],
  )
  await superuser.query(
    `insert into sitting (network_id, id, name, starts_at, quorum) values ($1, $2, 'Mesure', now(), 1)`,
    [network, sitting],
  )
  await superuser.query(
    `insert into sitting_session (network_id, sitting_id, session_id) values ($1, $2, $3)`,
    [network, sitting, session],
  )
  return { session, sitting }
}

/** Read by all, half of them with an opinion: a sitting in its middle. */
export async function instructAll(superuser: pg.Client, network: number, session: string, sitting: string) {
  await superuser.query(
    `insert into review (network_id, dossier_id, instructor_id, score, opinion, submitted_at)
     select a.network_id, a.dossier_id, a.instructor_id, 70, 'favourable', now() from assignment a
       join dossier d on d.network_id = a.network_id and d.id = a.dossier_id
     where a.network_id = $1 and d.session_id = $2`,
    [network, session],
  )
  await superuser.query(
    `insert into sitting_member (network_id, id, sitting_id, instructor_id, name, presence)
     select i.network_id, gen_random_uuid(), $3, i.id, i.name, 'present' from session_instructor s
       join instructor i on i.network_id = s.network_id and i.id = s.instructor_id
     where s.network_id = $1 and s.session_id = $2`,
    [network, session, sitting],
  )
  await superuser.query(
    `insert into sitting_item (network_id, id, sitting_id, dossier_id, position, opinion, amount_cents, decided_at)
     select network_id, gen_random_uuid(), $3, id, number, case when number % 2 = 0 then 'favourable' end,
       case when number % 2 = 0 then 100000 end, now()
     from dossier where network_id = $1 and session_id = $2`,
    [network, session, sitting],
  )
  await superuser.query(
    'analyze dossier, dossier_holder, assignment, review, conflict, sitting_item, sitting_member',
  )
}

/** A bench leaves its cluster as it found it. */
export async function forget(superuser: pg.Client, network: number, session: string, sitting: string) {
  const of = [network, session]
  await superuser.query('delete from sitting where network_id = $1 and id = $2', [network, sitting])
  await superuser.query(
    `delete from instructor where network_id = $1 and email like 'mesure%-' || $2 || '@essai.example'`,
    of,
  )
  await superuser.query('delete from dossier where network_id = $1 and session_id = $2', of)
  await superuser.query('delete from dispositif_session where network_id = $1 and id = $2', of)
}
