import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type JournalLine, readLines } from '#server/kernel/audit/read-lines.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import type { RecordPart } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'

/** How many records were merged into this one, whose history is theirs still. */
export const mergedHere: RecordPart<number> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select to_jsonb(count(*)) from organisation_redirect r
    where r.network_id = ${ctx.network.id} and r.kept_id = ${organisationId}::uuid`,
}

const MOST_LINES = 500

/** What was changed of the record itself; why a person was refused stands in the administrators' journal alone. */
const toldOf = (lines: JournalLine[]) =>
  lines.map((line) => ({ ...line, changes: line.action.startsWith('organisation.') ? line.changes : {} }))

/** The records merged into this one, the last first, each with its own history: nobody rewrote it. */
export async function findMergedHistories(ctx: Context, id: string) {
  demand(ctx, crm['organisation:read'])
  const { name } = await getOrganisation(ctx, id)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string; name: string; at: string; by: string | null }>(sql`
      select r.old_id as id, m.merged_name as name, m.created_at as at, a.name as by
      from organisation_redirect r
        join organisation_merge m on m.network_id = r.network_id and m.merged_id = r.old_id and m.undone_at is null
        left join account a on a.id = m.account_id
      where r.network_id = ${ctx.network.id} and r.kept_id = ${id} order by m.created_at desc, r.old_id`)
    const ids = rows.map((row) => row.id)
    const ofThem = sql`e.object_type = 'organisation' and e.object_id = any (${sql.param(ids)}::uuid[])`
    const lines = toldOf(await readLines(tx, ctx, ofThem, MOST_LINES))
    const records = rows.map((row) => ({
      ...row,
      lines: lines.filter(({ objectId }) => objectId === row.id),
    }))
    return { name, records }
  })
}
