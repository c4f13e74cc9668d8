import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Made with a dossier, or by an import itself. */
const OWN = ['dossier_holder', 'dossier_move', 'dossier_outside', 'dossier_import_line']

/**
 * Which of these dossiers something hangs on that somebody made since: a message, a file, an invitation. The
 * catalog is asked, so that whatever is hung on dossiers one day is not deleted with them unseen.
 */
export async function withHanging(tx: Transaction, ctx: NetworkContext, ids: string[]): Promise<Set<string>> {
  const { rows: tables } = await tx.execute<{ name: string; column: string }>(sql`
    select r.relname as name, a.attname as column
    from pg_constraint c
      join pg_class r on r.oid = c.conrelid
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid = 'dossier'::regclass and array_length(c.conkey, 1) = 2`)
  const found = new Set<string>()
  for (const { name, column } of tables.filter((one) => !OWN.includes(one.name))) {
    const at = sql.identifier(column)
    const { rows } = await tx.execute<{ id: string }>(sql`select distinct ${at} as id
      from ${sql.identifier(name)} where network_id = ${ctx.network.id} and ${at} = any (${sql.param(ids)}::uuid[])`)
    for (const { id } of rows) found.add(id)
  }
  return found
}
