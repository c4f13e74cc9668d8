import { type SQL, sql } from 'drizzle-orm'
import type { StaffContext } from '#server/kernel/context.ts'

/** Whether `i`, of the pool, is who asks: by their account, or by the address they have proven. One who left is nobody. */
export const isSelf = (ctx: StaffContext): SQL => sql`(i.network_id = ${ctx.network.id} and i.ended_at is null
  and (i.account_id = ${ctx.account.id} or (i.account_id is null and i.email = ${ctx.account.email.toLowerCase()})))`

/** Whether a conflict that was not dismissed keeps `i` from the dossier `d`. */
export const isBarred: SQL = sql`exists (select from conflict c where c.network_id = d.network_id
  and c.dossier_id = d.id and c.instructor_id = i.id and c.state <> 'dismissed')`
