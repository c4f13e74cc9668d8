import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { accountGrant, grantOrganisation } from '#db/schema/identity.ts'
import { today } from '#server/kernel/clock.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { lockGrants } from './grant-to-change.server.ts'
import { grantInForce } from './in-force.ts'

type Given = Pick<typeof accountGrant.$inferInsert, 'accountId' | 'role'> &
  Partial<
    Pick<typeof accountGrant.$inferInsert, 'profile' | 'missions' | 'programmeId' | 'endsOn' | 'givenBy'>
  >

/**
 * Gives a role, perhaps for organisations. Given twice it is one grant, which then is as last promised:
 * withdrawing it withdraws all of it.
 */
export async function giveGrant(
  tx: Transaction,
  ctx: NetworkContext,
  given: Given,
  organisationIds: string[] = [],
): Promise<string> {
  await lockGrants(tx, ctx)
  const networkId = ctx.network.id
  const { rows } = await tx.execute<{ id: string; lasts: boolean }>(sql`
    select g.id, g.ends_on is null as lasts from account_grant g
    where g.network_id = ${networkId} and g.account_id = ${given.accountId} and g.role = ${given.role}
      and g.programme_id is not distinct from ${given.programmeId ?? null} and ${grantInForce(ctx)}
      and ${sql.param(organisationIds)}::uuid[] <@ array(select organisation_id from grant_organisation l
        where l.network_id = g.network_id and l.grant_id = g.id)
    limit 1`)
  if (rows[0]) {
    const { id, lasts } = rows[0]
    const { profile = null, missions = [] } = given
    // An administrator without end stays one: the network may have no other.
    const endsOn = given.role === 'admin' && lasts ? null : (given.endsOn ?? null)
    await tx
      .update(accountGrant)
      .set({ profile, missions, endsOn })
      .where(and(eq(accountGrant.networkId, networkId), eq(accountGrant.id, id)))
    return id
  }
  const id = v7()
  await tx.insert(accountGrant).values({
    ...given,
    networkId,
    id,
    startsOn: today(ctx.clock, ctx.network.timeZone),
    givenAt: ctx.clock.now(),
  })
  if (organisationIds.length > 0)
    await tx
      .insert(grantOrganisation)
      .values(organisationIds.map((organisationId) => ({ networkId, grantId: id, organisationId })))
  return id
}
