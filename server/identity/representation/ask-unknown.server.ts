import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { account, representationRequest as request } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { askConfirmation } from '#server/kernel/link/ask-confirmation.server.ts'
import { spendPublicLink } from '#server/kernel/link/public-link.server.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { countSending, requirePerson, type SentForm } from '#server/kernel/sender/sender-check.server.ts'
import { linkSpent } from '../errors.ts'
import type { UnknownAsking } from './representation.schema.ts'
import { listedOrganisation, represents } from './standing.server.ts'

/**
 * Whoever has no account asks too. The answer is the same whether the address is known or not; nobody of
 * the team sees it before its link was used.
 */
export async function askWithoutAccount(ctx: Context, slug: string, input: UnknownAsking, sent: SentForm) {
  requireNetwork(ctx)
  requirePerson(ctx, sent)
  const found = await inNetwork(ctx, (tx) => listedOrganisation(tx, ctx, slug))
  await countSending(ctx, input.email, found.id)
  await inNetwork(ctx, async (tx) => {
    const id = v7()
    await tx.insert(request).values({
      ...input,
      networkId: ctx.network.id,
      id,
      organisationId: found.id,
      locale: ctx.locale,
      askedAt: ctx.clock.now(),
    })
    const { email } = input
    await askConfirmation(tx, ctx, {
      purpose: 'representation',
      subjectId: id,
      email,
      organisation: found.name,
    })
  })
}

/** The link's button: from then on the team sees the request. A second one of the same person is the first. */
export async function confirmRepresentation(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const link = await spendPublicLink(tx, ctx, token, ['representation'])
    if (!link) throw linkSpent()
    const mine = and(eq(request.networkId, ctx.network.id), eq(request.id, link.subjectId))
    const [asked] = await tx.select().from(request).where(mine)
    if (!asked?.email || asked.decidedAt) throw linkSpent()
    const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, asked.email))
    const [other] = await tx
      .select({ id: request.id })
      .from(request)
      .where(
        and(
          eq(request.networkId, ctx.network.id),
          eq(request.organisationId, asked.organisationId),
          isNull(request.decidedAt),
          known
            ? eq(request.accountId, known.id)
            : and(eq(request.email, asked.email), isNotNull(request.confirmedAt)),
        ),
      )
    if (other || (known && (await represents(tx, ctx, asked.organisationId, known.id)))) {
      await tx.delete(request).where(mine)
      return
    }
    await tx
      .update(request)
      .set({ confirmedAt: ctx.clock.now(), accountId: known?.id ?? null })
      .where(mine)
    const [of] = await tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, asked.organisationId)))
    await record(
      tx,
      { ...ctx, account: null },
      { action: 'representation.asked', objectType: 'organisation', objectId: asked.organisationId },
    )
    await notifyTeam(tx, ctx, {
      kind: 'identity.asked',
      params: { name: asked.name, organisation: of!.name },
      path: `/${ctx.network.slug}/bureau/demandes`,
    })
  })
}
