import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { type JournalLine, type JournalObjects, namesIn } from './search-journal.server.ts'

const MOST = 6

/** What the team did last, on what the whole team may see: the first page of the bureau. */
export async function findRecent(ctx: Context, objects: JournalObjects) {
  demand(ctx, desk['desk:enter'])
  return inNetwork(ctx, async (tx) => {
    const { rows: lines } = await tx.execute<JournalLine>(sql`
      select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action,
        e.object_type as "objectType", e.object_id as "objectId", '{}'::jsonb as changes,
        e.account_id as "personId", a.name as person
      from audit_entry e left join account a on a.id = e.account_id
      where e.network_id = ${ctx.network.id} and e.object_type = any(${sql.param(Object.keys(objects))}::text[])
      order by e.at desc, e.id desc limit ${MOST}`)
    return { lines, names: await namesIn(tx, ctx, lines, objects) }
  })
}
