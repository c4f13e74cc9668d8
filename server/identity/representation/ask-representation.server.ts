import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { representationRequest } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, type NetworkContext, requireAccount, requireNetwork } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { alreadyAsked, alreadyRepresents } from '../errors.ts'
import { grantInForce } from '../grant/in-force.ts'
import type { RepresentationInput } from './representation.schema.ts'

/** Whoever has an account asks to act for a listed organisation; the team decides. */
export async function askRepresentation(ctx: Context, slug: string, input: RepresentationInput) {
  requireNetwork(ctx)
  requireAccount(ctx)
  return inNetwork(ctx, async (tx) => {
    const found = await listedOrganisation(tx, ctx, slug)
    if (await represents(tx, ctx, found.id, ctx.account.id)) throw alreadyRepresents()
    const id = v7()
    const written = await tx
      .insert(representationRequest)
      .values({
        ...input,
        networkId: ctx.network.id,
        id,
        organisationId: found.id,
        accountId: ctx.account.id,
        askedAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: representationRequest.id })
    if (written.length === 0) throw alreadyAsked()
    await record(tx, ctx, { action: 'representation.asked', objectType: 'organisation', objectId: found.id })
  })
}

/** What the form says above: whose page it is. Private organisations are not there. */
export async function askableOrganisation(ctx: Context, slug: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, (tx) => listedOrganisation(tx, ctx, slug))
}

async function listedOrganisation(tx: Transaction, ctx: NetworkContext, slug: string) {
  const { id, name, networkId, publishedAt } = organisation
  const [found] = await tx
    .select({ id, name })
    .from(organisation)
    .where(and(eq(networkId, ctx.network.id), eq(organisation.slug, slug), sql`${publishedAt} is not null`))
  if (!found) throw notFound()
  return found
}

async function represents(tx: Transaction, ctx: NetworkContext, organisationId: string, accountId: string) {
  const { rows } = await tx.execute(sql`
    select 1 from grant_organisation l join account_grant g on g.network_id = l.network_id and g.id = l.grant_id
    where l.network_id = ${ctx.network.id} and l.organisation_id = ${organisationId}
      and g.account_id = ${accountId} and g.role = 'member' and ${grantInForce(ctx)}`)
  return rows.length > 0
}
