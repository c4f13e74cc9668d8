import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { grantOrganisation } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { Role } from '#tenants/roles.ts'
import { lockGrants } from '../grant/grant-to-change.server.ts'
import { endGrant } from '../grant/revoke-grant.server.ts'
import { tellOfAccess } from '../grant/tell-of-access.server.ts'
import { identity } from '../permissions.ts'
import { boundSql } from './representatives.server.ts'

export type Representative = {
  grantId: string
  accountId: string
  organisation: string
  name: string
  email: string
  role: Role
  since: string
}

/** Somebody no longer acts for an organisation; what else they act for stays. */
export async function endRepresentation(ctx: Context, grantId: string, organisationId: string) {
  demand(ctx, identity['representative:manage'])
  return inNetwork(ctx, (tx) => endRepresentationOf(tx, ctx, grantId, organisationId))
}

/** Those who keep its page: project holders and sponsors keep their own files. */
export async function representativesOf(tx: Transaction, ctx: NetworkContext, organisationId: string) {
  return (await everyoneBoundTo(tx, ctx, organisationId)).filter(({ role }) => role === 'member')
}

async function everyoneBoundTo(tx: Transaction, ctx: NetworkContext, organisationId: string) {
  const { rows } = await tx.execute<Representative>(sql`
    select b.grant_id as "grantId", b.account_id as "accountId", o.name as organisation, b.name, b.email, b.role,
      b.starts_on::text as since
    from (${boundSql(ctx)}) b join organisation o on o.network_id = ${ctx.network.id} and o.id = b.organisation_id
    where b.organisation_id = ${organisationId}
    order by b.name, b.role`)
  return rows
}

export async function endRepresentationOf(
  tx: Transaction,
  ctx: StaffContext,
  grantId: string,
  organisationId: string,
) {
  await lockGrants(tx, ctx)
  const link = and(eq(grantOrganisation.networkId, ctx.network.id), eq(grantOrganisation.grantId, grantId))
  const [bound] = (await everyoneBoundTo(tx, ctx, organisationId)).filter((one) => one.grantId === grantId)
  if (!bound) throw notFound()
  const links = await tx.select().from(grantOrganisation).where(link)
  // A grant that would be bound to nothing ends, and stays tied to what it was for.
  if (links.length === 1) await endGrant(tx, ctx, { ...bound, id: grantId })
  else
    await tx.delete(grantOrganisation).where(and(link, eq(grantOrganisation.organisationId, organisationId)))
  await record(tx, ctx, {
    action: 'representation.ended',
    objectType: 'organisation',
    objectId: organisationId,
    changes: { person: bound.name },
  })
  await tellOfAccess(tx, ctx, bound.accountId, 'unbound', bound.organisation)
}
