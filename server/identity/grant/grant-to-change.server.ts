import { and, eq, gte, isNull, or, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { accountGrant } from '#db/schema/identity.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { lastAdmin } from '../errors.ts'

export type StoredGrant = typeof accountGrant.$inferSelect

/** Whoever changes the network's grants takes turns: two administrators who withdraw each other, two who end a representation. */
export const lockGrants = (tx: Transaction, ctx: NetworkContext) =>
  tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext('grants'))`)

/** A grant that is not over. */
export async function grantToChange(tx: Transaction, ctx: NetworkContext, id: string): Promise<StoredGrant> {
  await lockGrants(tx, ctx)
  const day = today(ctx.clock, ctx.network.timeZone)
  const mine = eq(accountGrant.networkId, ctx.network.id)
  const [grant] = await tx
    .select()
    .from(accountGrant)
    .where(
      and(
        mine,
        eq(accountGrant.id, id),
        isNull(accountGrant.revokedAt),
        or(isNull(accountGrant.endsOn), gte(accountGrant.endsOn, day)),
      ),
    )
  if (!grant) throw notFound()
  return grant
}

/** A network keeps an administrator whose grant has no end. */
export async function keepAnAdmin(tx: Transaction, ctx: NetworkContext, leaving: StoredGrant) {
  if (leaving.role !== 'admin') return
  const { rows } = await tx.execute<{ others: number }>(sql`
    select count(*)::int as others from account_grant
    where network_id = ${ctx.network.id} and role = 'admin' and id <> ${leaving.id}
      and revoked_at is null and ends_on is null`)
  if (rows[0]!.others === 0) throw lastAdmin()
}
