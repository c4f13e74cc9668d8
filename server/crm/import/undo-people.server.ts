import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { PersonWritten } from './write-people.server.ts'

type Undone = { importId: string; batchId: string }
type Line = { line: number; people: PersonWritten[] }
type Position = { function: string; standing: string; isDated: boolean }

/** Lines whose people are looked at together. */
export const LINES_OF_PEOPLE = 1000

/**
 * Takes back what the next lines of an import wrote of people. Who was touched since stays, where they
 * stand, and their line says so. The last line looked at, or null at the end. Called before the records
 * themselves are undone.
 */
export async function undoPeople(tx: Transaction, ctx: NetworkContext, which: Undone, after: number) {
  const { last, lines: next } = await writtenBy(tx, ctx, which, after)
  const people = next.flatMap(({ people }) => people.filter(({ outcome }) => !outcome))
  if (people.length === 0) return last
  // The same person in lines further down, which saved them after these: all of them are undone at once.
  const further = last === null ? [] : await furtherLines(tx, ctx, which, last, people)
  const again = new Set(people.filter(isChanged).map(({ personId }) => personId))
  people.push(
    ...further.flatMap(({ people }) =>
      people.filter((one) => !one.outcome && isChanged(one) && again.has(one.personId)),
    ),
  )
  const looked = new Set(people)
  const isTouched = await touchedSince(tx, ctx, people)
  const network = ctx.network.id
  const untouched = people.filter((one) => !isTouched(one))
  const mine = given(untouched)
  await tx.execute(sql`delete from person_position s using ${mine}
    where s.network_id = ${network} and s.id = m."positionId" and m.position is null`)
  await tx.execute(sql`update person_position s set function = coalesce(m.position ->> 'function', s.function),
      standing = coalesce(m.position ->> 'standing', s.standing)
    from ${mine} where s.network_id = ${network} and s.id = m."positionId" and m.position <> '{}'`)
  await tx.execute(sql`update person p set phone = case when m.person ? 'phone' then m.person ->> 'phone' else p.phone end,
      email = case when m.person ? 'email' then m.person ->> 'email' else p.email end,
      version = p.version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
    from ${given(asFirstFound(untouched))}
    where p.network_id = ${network} and p.id = m."personId"`)
  await noteOutcomes(tx, ctx, which, [...next, ...further], (one) => {
    if (!looked.has(one)) return undefined
    return isTouched(one)
      ? 'touched'
      : isFilled(one.person) || isFilled(one.position)
        ? 'restored'
        : undefined
  })
  return last
}

/** One row a person, with what the first of the lines that changed them found there. */
function asFirstFound(people: PersonWritten[]): PersonWritten[] {
  const each = new Map<string, PersonWritten>()
  for (const one of people.filter(isChanged)) {
    const first = each.get(one.personId)
    each.set(one.personId, { ...one, person: { ...one.person, ...first?.person } })
  }
  return [...each.values()]
}

const isChanged = ({ person }: PersonWritten) => isFilled(person)
const isFilled = (fields: object | null) => fields !== null && Object.keys(fields).length > 0

/** Somebody saved the person since, or said of the position more than the line had. */
async function touchedSince(tx: Transaction, ctx: NetworkContext, people: PersonWritten[]) {
  const ids = (key: 'personId' | 'positionId') => sql`${sql.param(people.map((one) => one[key]))}::uuid[]`
  const { rows } = await tx.execute<{ id: string; version: number }>(sql`select id, version from person
    where network_id = ${ctx.network.id} and id = any (${ids('personId')}) order by id for update`)
  const { rows: there } = await tx.execute<Position & { id: string }>(sql`
    select id, function, standing, num_nonnulls(started_on, ended_on) > 0 as "isDated" from person_position
    where network_id = ${ctx.network.id} and id = any (${ids('positionId')}) order by id for update`)
  const versions = new Map(rows.map(({ id, version }) => [id, version]))
  const written = new Map<string, number>()
  for (const { personId, version } of people)
    written.set(personId, Math.max(version, written.get(personId) ?? 0))
  const positions = new Map(there.map((one) => [one.id, one]))
  return ({ personId, positionId, person, position, left }: PersonWritten): boolean => {
    const now = versions.get(personId)
    if (now === undefined) return false
    if ((person === null || isFilled(person)) && now !== written.get(personId)) return true
    const held = positions.get(positionId)
    if (!held) return false
    const isOther = (['function', 'standing'] as const).some(
      (key) => left?.[key] !== undefined && left[key] !== held[key],
    )
    return isOther || (position === null && held.isDated)
  }
}

async function noteOutcomes(
  tx: Transaction,
  ctx: NetworkContext,
  { importId }: Undone,
  lines: Line[],
  outcomeOf: (one: PersonWritten) => PersonWritten['outcome'],
) {
  const told = lines
    .map(({ line, people }) => ({
      line,
      people: people.map((one) => ({ ...one, outcome: one.outcome ?? outcomeOf(one) })),
    }))
    .filter(({ people }) => people.some(({ outcome }) => outcome))
  await tx.execute(sql`update organisation_import_line l set people = r.people
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as r(line int, people jsonb)
    where l.network_id = ${ctx.network.id} and l.import_id = ${importId} and l.line = r.line`)
}

/** Once every position is gone: the people an import made, and that stand nowhere any more. */
export async function forgetPeopleMade(tx: Transaction, ctx: NetworkContext, which: Undone, after: number) {
  const { last, lines } = await writtenBy(tx, ctx, which, after)
  const made = lines.flatMap(({ people }) => people.filter(({ person }) => person === null))
  if (made.length > 0)
    await tx.execute(sql`delete from person p using ${given(made)}
      where p.network_id = ${ctx.network.id} and p.id = m."personId" and p.version = m.version
        and not exists (select from person_position s where s.network_id = p.network_id and s.person_id = p.id)`)
  return last
}

/** Lines after these that changed one of these people once more. */
async function furtherLines(
  tx: Transaction,
  ctx: NetworkContext,
  which: Undone,
  last: number,
  people: PersonWritten[],
): Promise<Line[]> {
  const changed = sql`${sql.param(people.filter(isChanged).map(({ personId }) => personId))}::uuid[]`
  const left = sql`jsonb_to_recordset(${JSON.stringify(people.filter(isChanged))}::jsonb) as m("personId" uuid, version int)`
  const { rows } = await tx.execute<{ id: string }>(sql`select p.id from person p
    join (select "personId", max(version) as version from ${left} group by 1) m on p.id = m."personId"
    where p.network_id = ${ctx.network.id} and p.id = any (${changed}) and p.version <> m.version`)
  if (rows.length === 0) return []
  const again = sql`${sql.param(rows.map(({ id }) => id))}::uuid[]`
  const among = sql`exists (select from jsonb_to_recordset(people) as w("personId" uuid) where w."personId" = any (${again}))`
  return (await writtenBy(tx, ctx, which, last, among)).lines
}

/** How many lines of an import wrote of people. */
export async function countLinesOfPeople(tx: Transaction, ctx: NetworkContext, importId: string) {
  const { rows } = await tx.execute<{ lines: number }>(sql`select count(*)::int as lines
    from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} and people <> '[]'`)
  return rows[0]!.lines
}

const given = (people: PersonWritten[]) => sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
  as m("personId" uuid, "positionId" uuid, person jsonb, position jsonb, version int)`

async function writtenBy(
  tx: Transaction,
  ctx: NetworkContext,
  { importId, batchId }: Undone,
  after: number,
  among = sql`true`,
) {
  const { rows } = await tx.execute<Line & { organisation: string }>(sql`
    select line, people, organisation_id as organisation from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} and line > ${after} and people <> '[]'
      and ${among}
    order by line limit ${LINES_OF_PEOPLE}`)
  // By their keys, in two readings: of tables filled a moment ago the planner knows nothing.
  const there = sql`${sql.param(rows.map(({ organisation }) => organisation))}::uuid[]`
  const versions = async (query: SQL) => {
    const found = await tx.execute<{ id: string; version: number }>(query)
    return new Map(found.rows.map(({ id, version }) => [id, version]))
  }
  const left = await versions(sql`select organisation_id as id, version from change_batch_line
    where network_id = ${ctx.network.id} and batch_id = ${batchId} and organisation_id = any (${there})`)
  const now = await versions(sql`select id, version from organisation
    where network_id = ${ctx.network.id} and id = any (${there})`)
  const isTouched = (id: string) => left.has(id) && left.get(id) !== now.get(id)
  const lines = rows.filter(({ organisation }) => !isTouched(organisation))
  return { last: rows.length < LINES_OF_PEOPLE ? null : rows.at(-1)!.line, lines }
}
