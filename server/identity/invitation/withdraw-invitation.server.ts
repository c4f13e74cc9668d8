import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { invitation } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { identity } from '../permissions.ts'

/** Takes an invitation back before it is accepted. */
export async function withdrawInvitation(ctx: Context, id: string) {
  demand(ctx, identity['representative:manage'])
  return inNetwork(ctx, async (tx) => {
    const row = await takeBack(tx, ctx, id)
    await record(tx, ctx, {
      action: 'invitation.withdrawn',
      objectType: 'invitation',
      objectId: id,
      changes: { email: row.email, role: row.role },
    })
  })
}

/** Ends one that nobody answered. What is for oneself is the administrators' to give and to take back. */
export async function takeBack(tx: Transaction, ctx: NetworkContext, id: string) {
  const [row] = await tx
    .update(invitation)
    .set({ withdrawnAt: ctx.clock.now() })
    .where(
      and(
        eq(invitation.networkId, ctx.network.id),
        eq(invitation.id, id),
        isNull(invitation.acceptedAt),
        isNull(invitation.withdrawnAt),
      ),
    )
    .returning()
  if (!row) throw notFound()
  if (ctx.account && row.organisationIds.length === 0) demand(ctx, identity['team:manage'])
  return row
}
