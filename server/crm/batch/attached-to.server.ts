import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Rows of other tables that hang on a record: those that may go with it, and those that forbid it to go. */
export type Attached = { gone: number; holding: number }

type Reference = { table: string; column: string; goes: boolean }

/** What the product works out by itself, and how a file called a record, is nobody's work. */
const COMPUTED = ['duplicate_pair', 'organisation_publication', 'organisation_external_key']
/** What an import wrote of people is gone before its records are: whoever still stands there is somebody's work. */
const HOLDING = ['person_position']

/** Asked of the database itself, so that a table another capability adds is never forgotten. */
async function references(tx: Transaction): Promise<Reference[]> {
  const { rows } = await tx.execute<Reference>(sql`
    select c.conrelid::regclass::text as table, a.attname as column, c.confdeltype in ('c', 'n')
        and c.conrelid::regclass::text <> all (${sql.param(HOLDING)}::text[]) as goes
    from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey) and a.attname <> 'network_id'
    where c.contype = 'f' and c.confrelid = 'organisation'::regclass
      and c.conrelid::regclass::text <> all (${sql.param(COMPUTED)}::text[])
    order by 1, 2`)
  return rows
}

export async function attachedTo(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const wanted = sql`${sql.param(ids)}::uuid[]`
  const each = (await references(tx)).map(({ table, column, goes }) => {
    const name = sql.identifier(column)
    return sql`select ${name} as id, ${goes}::boolean as goes, count(*)::int as n from ${sql.identifier(table)}
      where network_id = ${ctx.network.id} and ${name} = any (${wanted}) group by 1`
  })
  const files = sql`select owner_id, true, count(*)::int from stored_file
    where network_id = ${ctx.network.id} and owner_type = 'organisation' and owner_id = any (${wanted})
      and deleted_at is null group by 1`
  // Every branch is an index read of nothing or nearly: to start other processes for them costs a hundred times more.
  await tx.execute(sql`set local max_parallel_workers_per_gather = 0`)
  const { rows } = await tx.execute<{ id: string; goes: boolean; n: number }>(
    sql.join([...each, files], sql` union all `),
  )
  const attached = new Map<string, Attached>()
  for (const { id, goes, n } of rows) {
    const { gone, holding } = attached.get(id) ?? { gone: 0, holding: 0 }
    attached.set(id, goes ? { gone: gone + n, holding } : { gone, holding: holding + n })
  }
  return attached
}
