import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { grantInForce } from '../grant/in-force.ts'
import { identity } from '../permissions.ts'

export type RepresentationRequest = {
  id: string
  organisationId: string
  organisation: string
  name: string
  email: string
  jobTitle: string
  message: string
  takesOver: boolean
  askedAt: string
  /** A representative who asks for a colleague. */
  invitedBy: string | null
  /** Who acts for it today, and would no longer if the request takes over. */
  representatives: string[]
}

/** Asked by who is known: signed in, named by a representative, or whose address a link proved. */
export const askedByAPerson = sql`(account_id is not null or confirmed_at is not null)`

/** Requests nobody answered, the oldest first. */
export async function findRequests(ctx: Context) {
  demand(ctx, identity['representative:read'])
  return inNetwork(ctx, (tx) => openRequests(tx, ctx, 200))
}

async function openRequests(tx: Transaction, ctx: NetworkContext, most: number) {
  const { rows } = await tx.execute<RepresentationRequest>(sql`
    select r.id, r.organisation_id as "organisationId", o.name as organisation,
      coalesce(a.name, r.name) as name, coalesce(a.email, r.email) as email, i.name as "invitedBy",
      r.job_title as "jobTitle", r.message, r.takes_over as "takesOver", r.asked_at as "askedAt",
      array(select p.name from grant_organisation l
        join account_grant g on g.network_id = l.network_id and g.id = l.grant_id
        join account p on p.id = g.account_id
        where l.network_id = r.network_id and l.organisation_id = r.organisation_id and g.role = 'member'
          and ${grantInForce(ctx)}
        order by p.name) as representatives
    from representation_request r
      left join account a on a.id = r.account_id
      left join account i on i.id = r.invited_by
      join organisation o on o.network_id = r.network_id and o.id = r.organisation_id
    where r.network_id = ${ctx.network.id} and r.decided_at is null and (r.account_id is not null or r.confirmed_at is not null)
    order by r.asked_at limit ${most}`)
  return rows
}

/** How many wait for an answer. */
export async function countRequests(ctx: Context) {
  demand(ctx, identity['representative:read'])
  return inNetwork(ctx, (tx) => countOpen(tx, ctx))
}

async function countOpen(tx: Transaction, ctx: NetworkContext) {
  const { rows } = await tx.execute<{ total: number }>(sql`
    select count(*)::int as total from representation_request r
    where network_id = ${ctx.network.id} and decided_at is null and ${askedByAPerson}`)
  return rows[0]?.total ?? 0
}

export const requestsToDecide: TodoProvider = {
  name: 'requests',
  rule: identity['representative:manage'],
  all: 'demandes',
  find: async (tx, ctx, most) => {
    const lines = (await openRequests(tx, ctx, most)).map(({ organisation, askedAt }) => ({
      kind: 'representation_asked',
      title: organisation,
      since: new Date(askedAt).toISOString(),
      path: 'demandes',
    }))
    return { lines, total: await countOpen(tx, ctx) }
  },
}
