import { sql } from 'drizzle-orm'
import { crm } from '#server/crm/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'

/** Nobody touched it for a year: what is published may be out of date. */
const STALE_MONTHS = 12

/** Published records « à vérifier »: without a commune, or untouched for a year; the oldest first. */
export const organisationsToCheck: TodoProvider = {
  name: 'organisations',
  rule: crm['organisation:correct'],
  all: 'structures?tri=updated',
  find: async (tx, ctx, most) => {
    const stale = new Date(ctx.clock.now())
    stale.setUTCMonth(stale.getUTCMonth() - STALE_MONTHS)
    const { rows } = await tx.execute<{
      id: string
      name: string
      updated_at: string
      nowhere: boolean
      total: number
    }>(sql`
      select id, name, updated_at, insee is null as nowhere, count(*) over ()::int as total
      from organisation
      where network_id = ${ctx.network.id} and published_at is not null
        and (insee is null or updated_at < ${stale.toISOString()}::timestamptz)
      order by updated_at, id limit ${most}`)
    const lines = rows.map(({ id, name, updated_at, nowhere }) => ({
      kind: nowhere ? 'organisation_nowhere' : 'organisation_stale',
      title: name,
      since: new Date(updated_at).toISOString(),
      path: `structures/${id}/modifier`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
