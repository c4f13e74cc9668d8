import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { representationRequest as request } from '#db/schema/identity.ts'
import { itselfFirst, standsAt } from '#server/directory/public.ts'
import { type Context, type NetworkContext, requireAccount, requireNetwork } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { representativesSql } from './representatives.server.ts'

export type Standing = { represents: boolean; askedAt: Date | null }

/** What a person is to a listed organisation: they act for it, they asked to, or neither. */
export async function findStanding(ctx: Context, slug: string): Promise<Standing> {
  requireNetwork(ctx)
  requireAccount(ctx)
  return inNetwork(ctx, async (tx) => {
    const { id } = await listedOrganisation(tx, ctx, slug)
    const [open] = await tx
      .select({ askedAt: request.askedAt })
      .from(request)
      .where(and(openOf(ctx, ctx.account.id), eq(request.organisationId, id)))
    return { represents: await represents(tx, ctx, id, ctx.account.id), askedAt: open?.askedAt ?? null }
  })
}

/** What a person asked this network and nobody answered yet. */
export async function findOwnRequests(ctx: Context) {
  requireNetwork(ctx)
  requireAccount(ctx)
  const same = and(eq(organisation.networkId, request.networkId), eq(organisation.id, request.organisationId))
  return inNetwork(ctx, (tx) =>
    tx
      .select({ id: request.id, organisation: organisation.name, askedAt: request.askedAt })
      .from(request)
      .innerJoin(organisation, same)
      .where(openOf(ctx, ctx.account.id))
      .orderBy(desc(request.askedAt)),
  )
}

const openOf = (ctx: NetworkContext, accountId: string) =>
  and(eq(request.networkId, ctx.network.id), eq(request.accountId, accountId), isNull(request.decidedAt))

/** Private organisations are not there. */
export async function listedOrganisation(tx: Transaction, ctx: NetworkContext, slug: string) {
  const { id, name, slug: itsOwn, networkId, publishedAt } = organisation
  const [found] = await tx
    .select({ id, name, slug: itsOwn })
    .from(organisation)
    .where(and(eq(networkId, ctx.network.id), standsAt(ctx, slug), sql`${publishedAt} is not null`))
    .orderBy(itselfFirst(slug))
    .limit(1)
  if (!found) throw notFound()
  return found
}

export async function represents(
  tx: Transaction,
  ctx: NetworkContext,
  organisationId: string,
  accountId: string,
) {
  const { rows } = await tx.execute(sql`
    select from (${representativesSql(ctx)}) r
    where r.organisation_id = ${organisationId} and r.account_id = ${accountId}`)
  return rows.length > 0
}
