import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { type PersonLeft, peopleLeft } from '../import/people-left.server.ts'
import { crm } from '../permissions.ts'
import type { Outcome } from './batch.ts'

export const BATCHES_PER_PAGE = 30
const MOST_NAMED = 200
const NOBODY = { count: 0, first: [] as PersonLeft[] }

export type BatchLine = {
  id: string
  kind: string
  summary: Record<string, unknown>
  by: string | null
  at: string
  undoneAt: string | null
  undoneBy: string | null
  /** The import that wrote it, which undoes it. */
  importId: string | null
  /** Records it holds, and how the undoing of each ended. */
  records: number
  outcomes: Partial<Record<Outcome, number>>
}

const LINE = sql`b.id, b.kind, b.summary, a.name as by, b.created_at as at, b.undone_at as "undoneAt",
  u.name as "undoneBy",
  case when b.kind = 'import' then b.summary ->> 'import' end as "importId", (select count(*)::int from change_batch_line l
    where l.network_id = b.network_id and l.batch_id = b.id) as records,
  (select coalesce(jsonb_object_agg(outcome, n), '{}') from (
    select l.outcome, count(*) as n from change_batch_line l
    where l.network_id = b.network_id and l.batch_id = b.id and l.outcome is not null group by 1) o) as outcomes`
const FROM = sql`change_batch b left join account a on a.id = b.account_id left join account u on u.id = b.undone_by`

/** What was done to many records in one go, the last first. */
export async function findBatches(ctx: Context, page: number) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const mine = sql`b.network_id = ${ctx.network.id}`
    const { rows } = await tx.execute<BatchLine>(sql`select ${LINE} from ${FROM} where ${mine}
      order by b.created_at desc, b.id desc
      offset ${(page - 1) * BATCHES_PER_PAGE} limit ${BATCHES_PER_PAGE}`)
    const { rows: size } = await tx.execute<{ total: number }>(
      sql`select count(*)::int as total from change_batch b where ${mine}`,
    )
    return { items: rows, page, pages: Math.max(1, Math.ceil(size[0]!.total / BATCHES_PER_PAGE)) }
  })
}

export type BatchRecord = {
  id: string
  name: string | null
  /** Of a record that is no more: the name the file that made it had for it, as long as its lines are kept. */
  formerName: string | null
  created: boolean
  outcome: Outcome | null
}

/** One batch with its first records: once undone, those that were left as they are come first. */
export async function getBatch(ctx: Context, id: string) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<BatchLine>(
      sql`select ${LINE} from ${FROM} where b.network_id = ${ctx.network.id} and b.id = ${id}`,
    )
    if (!rows[0]) throw notFound()
    const { rows: records } = await tx.execute<Omit<BatchRecord, 'formerName'>>(sql`
      select l.organisation_id as id, o.name, l.before is null as created, l.outcome
      from change_batch_line l
        left join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
      where l.network_id = ${ctx.network.id} and l.batch_id = ${id}
      order by coalesce(l.outcome in ('touched', 'attached', 'absent'), false) desc,
        o.name collate "fr-x-icu", l.organisation_id
      limit ${MOST_NAMED}`)
    const { importId } = rows[0]
    const named = importId ? await namesInFile(tx, ctx, importId, records) : new Map<string, string>()
    const first = records.map((one) => ({ ...one, formerName: named.get(one.id) ?? null }))
    return { ...rows[0], first, people: importId ? await peopleLeft(tx, ctx, importId) : NOBODY }
  })
}

/** What the file of an import calls those of its records that are no more. */
async function namesInFile(
  tx: Transaction,
  ctx: NetworkContext,
  importId: string,
  records: { id: string; name: string | null }[],
) {
  const gone = records.flatMap(({ id, name }) => (name === null ? [id] : []))
  if (gone.length === 0) return new Map<string, string>()
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select organisation_id as id, given -> 'fields' ->> 'name' as name from organisation_import_line
    where network_id = ${ctx.network.id} and import_id = ${importId}
      and verdict in ('create', 'update') and organisation_id = any (${sql.param(gone)}::uuid[])
      and given -> 'fields' ->> 'name' is not null
    order by line`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
