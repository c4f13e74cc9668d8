import type pg from 'pg'
import type { Network } from '#tenants/schema.ts'
import { type Random, randomFrom } from './random.ts'
import { rowIds } from './row-id.ts'
import { EXPERTISE, NOTES, SEGMENTS, SERVICES, TAGS, TASKS } from './words/team-words.ts'

const DAY = 86_400_000
/** Out of how many organisations one has a note, and one a task. */
const [NOTED, TASKED] = [22, 45]
const RECENT = 6

type Known = { id: string; kind: string; website: string | null }

/** What a team adds to its records: tags, notes, tasks, filters it keeps, and fields of its own. */
export async function loadTeamNotes(app: pg.ClientBase, { slug }: Network, id: number, today: string) {
  await app.query(`select set_config('app.network_id', $1, true)`, [String(id)])
  const { rows } = await app.query<Known>(
    'select id, kind, website from organisation where network_id = $1 order by md5(id::text)',
    [id],
  )
  const { rows: people } = await app.query<{ id: string }>(
    'select id from account where email = any ($1) order by email desc',
    [[`staff@${slug}.demo`, `admin@${slug}.demo`]],
  )
  if (people.length > 0) {
    const who = people.map((one) => one.id)
    const random = randomFrom(`team-notes/${slug}`)
    const write = writerOf(app, id)
    await writeTags(write, random, slug, rows)
    await writeNotes(write, random, slug, rows, who, today)
    await writeTasks(write, random, slug, rows, who, today)
    await writeSegments(write, slug, who[0]!)
    await writeHistory(write, random, slug, rows, who, today)
    await writeOwnFields(app, write, random, slug, id, rows)
  }
}

type Write = (table: string, columns: string, rows: object[]) => Promise<unknown>

/** `columns` are as in a column definition list; what is there already is left. */
const writerOf =
  (app: pg.ClientBase, network: number): Write =>
  (table, columns, rows) => {
    const names = columns.split(', ').map((column) => column.split(' ')[0])
    return app.query(
      `insert into ${table} (network_id, ${names}) select $1, ${names}
       from json_to_recordset($2::json) as r(${columns}) on conflict do nothing`,
      [network, JSON.stringify(rows)],
    )
  }

async function writeTags(write: Write, random: Random, slug: string, known: Known[]) {
  const ids = rowIds(`${slug}/tag`)
  const tags = TAGS.map(([name, colour], at) => ({ id: ids(at), name, colour }))
  await write('tag', 'id uuid, name text, colour text', tags)
  const given = known.flatMap(({ id }) =>
    TAGS.flatMap(([, , oneIn], at) =>
      random.chance(1 / oneIn) ? [{ organisation_id: id, tag_id: ids(at) }] : [],
    ),
  )
  await write('organisation_tag', 'organisation_id uuid, tag_id uuid', given)
}

const before = (today: string, days: number) => new Date(Date.parse(today) - days * DAY).toISOString()

async function writeNotes(
  write: Write,
  random: Random,
  slug: string,
  known: Known[],
  who: string[],
  today: string,
) {
  const ids = rowIds(`${slug}/note`)
  const notes = known
    .filter(() => random.chance(1 / NOTED))
    .map(({ id }, at) => ({
      id: ids(at),
      organisation_id: id,
      body: random.pick(NOTES),
      account_id: random.pick(who),
      created_at: before(today, random.between(3, 700)),
    }))
  await write(
    'organisation_note',
    'id uuid, organisation_id uuid, body text, account_id uuid, created_at timestamptz',
    notes,
  )
}

async function writeTasks(
  write: Write,
  random: Random,
  slug: string,
  known: Known[],
  who: string[],
  today: string,
) {
  const ids = rowIds(`${slug}/task`)
  const tasks = known
    .filter(() => random.chance(1 / TASKED))
    .map(({ id }, at) => {
      const asked = random.between(5, 120)
      const done = random.chance(0.6)
      const doneBy = done ? random.pick(who) : null
      return {
        id: ids(at),
        organisation_id: id,
        title: random.pick(TASKS),
        due_on: random.chance(0.8) ? before(today, asked - random.between(10, 140)).slice(0, 10) : null,
        assignee_id: random.chance(0.8) ? random.pick(who) : null,
        created_by: random.pick(who),
        created_at: before(today, asked),
        done_at: done ? before(today, random.between(0, asked)) : null,
        done_by: doneBy,
      }
    })
  await write(
    'organisation_task',
    'id uuid, organisation_id uuid, title text, due_on date, assignee_id uuid, created_by uuid, created_at timestamptz, done_at timestamptz, done_by uuid',
    tasks,
  )
}

/** What the team did of late, on the first page of its bureau. */
async function writeHistory(
  write: Write,
  random: Random,
  slug: string,
  known: Known[],
  who: string[],
  today: string,
) {
  const ids = rowIds(`${slug}/history`)
  const changed = known.filter(({ website }) => website).slice(-RECENT)
  const lines = changed.map(({ id, website }, at) => ({
    id: ids(at),
    account_id: random.pick(who),
    action: 'organisation.updated',
    object_type: 'organisation',
    object_id: id,
    changes: { website: { from: null, to: website } },
    // In the hours of an office.
    at: before(today, RECENT - at - random.between(8, 15) / 24),
  }))
  await write(
    'audit_entry',
    'id uuid, account_id uuid, action text, object_type text, object_id uuid, changes jsonb, at timestamptz',
    lines,
  )
}

async function writeSegments(write: Write, slug: string, account: string) {
  const ids = rowIds(`${slug}/segment`)
  const segments = SEGMENTS.map(([name, query], at) => ({
    id: ids(at),
    name,
    query,
    shared: true,
    account_id: account,
  }))
  await write('segment', 'id uuid, name text, query text, shared boolean, account_id uuid', segments)
}

async function writeOwnFields(
  app: pg.ClientBase,
  write: Write,
  random: Random,
  slug: string,
  network: number,
  known: Known[],
) {
  const ids = rowIds(`${slug}/own-field`)
  const choices = (pairs: readonly (readonly [string, string])[]) =>
    pairs.map(([key, label]) => ({ key, label }))
  const authorities = { kinds: ['local_authority'], help: '' }
  const fields = [
    { ...authorities, key: 'expertises', label: 'Expertises à partager', type: 'choices', choices: choices(EXPERTISE) },
    { ...authorities, key: 'service_eau', label: 'Service de l’eau', type: 'choice', choices: choices(SERVICES) },
    { key: 'benevoles', label: 'Bénévoles actifs', type: 'number', kinds: ['association'], choices: [], help: 'Environ, dans l’année.' },
  ].map((field, position) => ({ ...field, id: ids(position), position })) // biome-ignore format: one field a line
  await write(
    'own_field',
    'id uuid, key text, label text, help text, type text, kinds text[], choices jsonb, position int',
    fields,
  )
  const values = known.flatMap(({ id, kind }): { id: string; own: object }[] => {
    if (kind === 'local_authority' && random.chance(0.3)) {
      const expertises = random.some(EXPERTISE, random.between(1, 3)).map(([key]) => key)
      return [{ id, own: { expertises, service_eau: random.pick(SERVICES)[0] } }]
    }
    return kind === 'association' && random.chance(0.1)
      ? [{ id, own: { benevoles: random.between(4, 80) } }]
      : []
  })
  await app.query(
    `update organisation o set own_fields = r.own from json_to_recordset($2::json) as r(id uuid, own jsonb)
     where o.network_id = $1 and o.id = r.id`,
    [network, JSON.stringify(values)],
  )
}
