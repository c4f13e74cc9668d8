import { and, eq, inArray, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { grantOrganisation } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { memberGrants } from '../page/keeper.server.ts'

/** The organisations a person acts for in this network, by the grants they have today. */
export async function findRepresented(ctx: Context) {
  demand(ctx, desk['space:enter'])
  const grants = ctx.grants.filter(({ networkId }) => networkId === ctx.network.id).map(({ id }) => id)
  const { id, name, slug, publishedAt, updatedAt, verifiedAt } = organisation
  const kept = sql<boolean>`bool_or(${grantOrganisation.grantId} = any (${sql.param(memberGrants(ctx))}::uuid[]))`
  return inNetwork(ctx, (tx) =>
    tx
      .select({ id, name, slug, publishedAt, updatedAt, verifiedAt, kept })
      .from(grantOrganisation)
      .innerJoin(
        organisation,
        and(
          eq(organisation.networkId, grantOrganisation.networkId),
          eq(organisation.id, grantOrganisation.organisationId),
        ),
      )
      .where(and(eq(grantOrganisation.networkId, ctx.network.id), inArray(grantOrganisation.grantId, grants)))
      .groupBy(id, name, slug, publishedAt, updatedAt, verifiedAt)
      .orderBy(name),
  )
}
