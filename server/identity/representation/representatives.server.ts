import { type SQL, sql } from 'drizzle-orm'
import type { NetworkContext } from '#server/kernel/context.ts'
import { grantInForce } from '../grant/in-force.ts'

/**
 * Everyone bound to an organisation by an access in force today, whatever their role: `organisation_id,
 * grant_id, role, starts_on, account_id, name, email, locale`.
 */
export const boundSql = (ctx: NetworkContext): SQL => sql`
  select l.organisation_id, g.id as grant_id, g.role, g.starts_on, a.id as account_id, a.name, a.email, a.locale
  from grant_organisation l
    join account_grant g on g.network_id = l.network_id and g.id = l.grant_id
    join account a on a.id = g.account_id
  where l.network_id = ${ctx.network.id} and ${grantInForce(ctx)}`

/** Who represents an organisation today: those who keep its page. Project holders and sponsors keep their own files. */
export const representativesSql = (ctx: NetworkContext): SQL => sql`${boundSql(ctx)} and g.role = 'member'`
