import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** What is kept of the number a funder's platform gives, in SQL over `dossier`; `printOf` writes the same. */
export const printOfNumber: SQL = sql`encode(sha256(convert_to(session_id || ' ' || external_number, 'UTF8')), 'hex')`

const printOf = (sessionId: string, number: string) =>
  createHash('sha256').update(`${sessionId} ${number}`).digest('hex')

/** The day on which the dossier of a number was emptied, by the clock of its session; null for any other. */
export type EmptiedOn = (number: string) => string | null

export async function emptiedNumbers(
  tx: Transaction,
  ctx: NetworkContext,
  sessionId: string,
): Promise<EmptiedOn> {
  const { rows } = await tx.execute<{ print: string; day: string }>(sql`
    select d.emptied_number as print, (d.emptied_at at time zone s.time_zone)::date::text as day
    from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.emptied_number is not null`)
  const days = new Map(rows.map(({ print, day }) => [print, day]))
  return (number) => (days.size > 0 && days.get(printOf(sessionId, number))) || null
}
