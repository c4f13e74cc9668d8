import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account, accountGrant, invitation } from '#db/schema/identity.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** For the history: whose grant, to whom an invitation. */
export async function namesOfGrants(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: accountGrant.id, name: account.name })
    .from(accountGrant)
    .innerJoin(account, eq(account.id, accountGrant.accountId))
    .where(and(eq(accountGrant.networkId, ctx.network.id), inArray(accountGrant.id, ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function namesOfInvitations(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: invitation.id, email: invitation.email })
    .from(invitation)
    .where(and(eq(invitation.networkId, ctx.network.id), inArray(invitation.id, ids)))
  return new Map(rows.map(({ id, email }) => [id, email]))
}
