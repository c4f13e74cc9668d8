import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Role } from '#tenants/roles.ts'
import { lockGrants } from './grant-to-change.server.ts'
import { grantInForce } from './in-force.ts'
import { endGrant } from './revoke-grant.server.ts'
import { tellOfAccess } from './tell-of-access.server.ts'

/**
 * Ends what an address was given or promised of one role, at once: whoever keeps a list of people has said
 * that they are of it no more. The caller has seen that it is theirs to say.
 */
export async function endRole(tx: Transaction, ctx: StaffContext, email: string, role: Role) {
  await lockGrants(tx, ctx)
  const { rows } = await tx.execute<{ id: string; accountId: string }>(sql`
    select g.id, g.account_id as "accountId" from account_grant g join account a on a.id = g.account_id
    where g.network_id = ${ctx.network.id} and a.email = ${email} and g.role = ${role} and ${grantInForce(ctx)}`)
  for (const { id, accountId } of rows) {
    await endGrant(tx, ctx, { id, role, accountId })
    await tellOfAccess(tx, ctx, accountId, 'ended')
  }
  await tx.execute(sql`
    update invitation set withdrawn_at = ${ctx.clock.now().toISOString()}::timestamptz
    where network_id = ${ctx.network.id} and email = ${email} and role = ${role}
      and accepted_at is null and withdrawn_at is null`)
}
