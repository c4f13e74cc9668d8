import { sql } from 'drizzle-orm'
import { crm } from '#server/crm/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { toCheck } from './organisation-filters.server.ts'

/** Published records « à vérifier »: without a commune, or untouched for a year; the oldest first. */
export const organisationsToCheck: TodoProvider = {
  name: 'organisations',
  rule: crm['organisation:correct'],
  all: 'structures?verifier=1&tri=updated',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<{
      id: string
      name: string
      updated_at: string
      nowhere: boolean
      total: number
    }>(sql`
      select o.id, o.name, o.updated_at, o.insee is null as nowhere, count(*) over ()::int as total
      from organisation o
      where o.network_id = ${ctx.network.id} and ${toCheck(ctx)}
      order by o.updated_at, o.id limit ${most}`)
    const lines = rows.map(({ id, name, updated_at, nowhere }) => ({
      kind: nowhere ? 'organisation_nowhere' : 'organisation_stale',
      title: name,
      since: new Date(updated_at).toISOString(),
      path: `structures/${id}/modifier`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
