import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { PersonWritten } from './write-people.server.ts'

type Undone = { importId: string; batchId: string }

/** Lines whose people are looked at together. */
const LINES = 1000

/**
 * Takes back what the next lines of an import wrote of people, where nobody touched the record since; the
 * last line looked at, or null at the end. Called before the records themselves are undone.
 */
export async function undoPeople(tx: Transaction, ctx: NetworkContext, which: Undone, after: number) {
  const { last, people } = await writtenBy(tx, ctx, which, after)
  if (people.length === 0) return last
  const network = ctx.network.id
  const mine = given(people)
  await tx.execute(sql`delete from person_position s using ${mine}
    where s.network_id = ${network} and s.id = m."positionId" and m.position is null`)
  await tx.execute(sql`update person_position s set function = coalesce(m.position ->> 'function', s.function),
      standing = coalesce(m.position ->> 'standing', s.standing)
    from ${mine} where s.network_id = ${network} and s.id = m."positionId" and m.position <> '{}'`)
  await tx.execute(sql`update person p set phone = case when m.person ? 'phone' then m.person ->> 'phone' else p.phone end,
      email = case when m.person ? 'email' then m.person ->> 'email' else p.email end,
      version = p.version + 1, updated_at = ${ctx.clock.now().toISOString()}::timestamptz
    from ${mine}
    where p.network_id = ${network} and p.id = m."personId" and m.person <> '{}' and p.version = m.version`)
  return last
}

/** Once every position is gone: the people an import made, and that stand nowhere any more. */
export async function forgetPeopleMade(tx: Transaction, ctx: NetworkContext, which: Undone, after: number) {
  const { last, people } = await writtenBy(tx, ctx, which, after)
  const made = people.filter(({ person }) => person === null)
  if (made.length > 0)
    await tx.execute(sql`delete from person p using ${given(made)}
      where p.network_id = ${ctx.network.id} and p.id = m."personId" and p.version = m.version
        and not exists (select from person_position s where s.network_id = p.network_id and s.person_id = p.id)`)
  return last
}

const given = (people: PersonWritten[]) => sql`jsonb_to_recordset(${JSON.stringify(people)}::jsonb)
  as m("personId" uuid, "positionId" uuid, person jsonb, position jsonb, version int)`

async function writtenBy(tx: Transaction, ctx: NetworkContext, { importId, batchId }: Undone, after: number) {
  const { rows } = await tx.execute<{ line: number; people: PersonWritten[]; organisation: string }>(sql`
    select line, people, organisation_id as organisation from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId} and line > ${after} and people <> '[]'
    order by line limit ${LINES}`)
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
  const people = rows.flatMap(({ people, organisation }) => (isTouched(organisation) ? [] : people))
  return { last: rows.length < LINES ? null : rows.at(-1)!.line, people }
}
