import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { accountGrant } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { identity } from '../permissions.ts'
import { grantToChange, keepAnAdmin, type StoredGrant } from './grant-to-change.server.ts'
import { grantInForce } from './in-force.ts'
import { tellOfAccess } from './tell-of-access.server.ts'

/** Ends a grant at once: the person's next click is refused. */
export async function revokeGrant(ctx: Context, grantId: string) {
  demand(ctx, identity['team:manage'])
  return inNetwork(ctx, async (tx) => {
    const grant = await grantToChange(tx, ctx, grantId)
    await keepAnAdmin(tx, ctx, grant)
    await endGrant(tx, ctx, grant)
    await tellOfAccess(
      tx,
      ctx,
      grant.accountId,
      (await hasOther(tx, ctx, grant.accountId)) ? 'changed' : 'ended',
    )
  })
}

/** Whether somebody still has a role here. */
async function hasOther(tx: Transaction, ctx: StaffContext, accountId: string) {
  const { rows } = await tx.execute(sql`
    select 1 from account_grant g
    where g.network_id = ${ctx.network.id} and g.account_id = ${accountId} and ${grantInForce(ctx)} limit 1`)
  return rows.length > 0
}

export async function endGrant(
  tx: Transaction,
  ctx: StaffContext,
  grant: Pick<StoredGrant, 'id' | 'role' | 'accountId'>,
) {
  await tx
    .update(accountGrant)
    .set({ revokedAt: ctx.clock.now(), revokedBy: ctx.account.id })
    .where(and(eq(accountGrant.networkId, ctx.network.id), eq(accountGrant.id, grant.id)))
  await record(tx, ctx, {
    action: 'grant.revoked',
    objectType: 'grant',
    objectId: grant.id,
    changes: { role: grant.role },
  })
}
