import { and, eq, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisationMessage as message, pageProposal } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { itselfFirst, standsAt } from '#server/directory/public.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { askConfirmation } from '#server/kernel/link/ask-confirmation.server.ts'
import { spendPublicLink } from '#server/kernel/link/public-link.server.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { countSending, requirePerson, type SentForm } from '#server/kernel/sender/sender-check.server.ts'
import { notContactable, pageLinkSpent, readByTeam } from '../errors.ts'
import type { CorrectionInput, MessageInput } from './message.schema.ts'
import { type Reader, receiver, relay } from './relay-message.server.ts'

/** A page one may write through: published, and whose organisation agreed to it. */
export async function findContactable(ctx: Context, slug: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const found = await listed(tx, ctx, slug)
    if (!found.contactable) throw notContactable()
    const { addresses } = await receiver(tx, ctx, found.id)
    return { id: found.id, name: found.name, slug: found.slug, reachable: addresses.length > 0 }
  })
}

export async function findListed(ctx: Context, slug: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const { id, name, slug: itsOwn } = await listed(tx, ctx, slug)
    return { id, name, slug: itsOwn }
  })
}

async function listed(tx: Transaction, ctx: NetworkContext, slug: string) {
  const [row] = await tx
    .select()
    .from(organisation)
    .where(
      and(
        eq(organisation.networkId, ctx.network.id),
        standsAt(ctx, slug),
        sql`${organisation.publishedAt} is not null`,
      ),
    )
    .orderBy(itselfFirst(slug))
    .limit(1)
  if (!row) throw notFound()
  return row
}

/** Who reads it now; null: nobody before its sender has proven their address. */
export type SentMessage = { reader: Reader | null }

/**
 * Whoever is signed in is known, and relayed at once; another proves their address first. `toldOfTeam`: the form
 * said that the team would read it, without which no message to an organisation without address is taken.
 */
export async function sendMessage(
  ctx: Context,
  slug: string,
  input: MessageInput,
  sent: SentForm & { toldOfTeam: boolean },
): Promise<SentMessage> {
  requireNetwork(ctx)
  const found = await findContactable(ctx, slug)
  requirePerson(ctx, sent)
  if (!found.reachable && !sent.toldOfTeam) throw readByTeam()
  const { name, email } = ctx.account ?? input
  await countSending(ctx, email, found.id)
  return inNetwork(ctx, async (tx) => {
    const id = v7()
    const [row] = await tx
      .insert(message)
      .values({
        networkId: ctx.network.id,
        id,
        organisationId: found.id,
        accountId: ctx.account?.id ?? null,
        senderName: name,
        senderEmail: email.toLowerCase(),
        subject: input.subject,
        body: input.body,
        locale: ctx.locale,
        sentAt: ctx.clock.now(),
        confirmedAt: ctx.account ? ctx.clock.now() : null,
        readByTeam: !found.reachable,
      })
      .returning()
    if (ctx.account) return { reader: await relay(tx, ctx, row!) }
    await askConfirmation(tx, ctx, { purpose: 'message', subjectId: id, email, organisation: found.name })
    return { reader: null }
  })
}

export async function confirmMessage(ctx: Context, token: string): Promise<Reader> {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const link = await spendPublicLink(tx, ctx, token, ['message'])
    if (!link) throw pageLinkSpent()
    const [row] = await tx
      .update(message)
      .set({ confirmedAt: ctx.clock.now() })
      .where(
        and(eq(message.networkId, ctx.network.id), eq(message.id, link.subjectId), isNull(message.relayedAt)),
      )
      .returning()
    if (!row) throw pageLinkSpent()
    // Withdrawn or closed to messages since: nothing is sent, nothing is said to be, and the link is not spent.
    const [to] = await tx
      .select({ contactable: organisation.contactable, publishedAt: organisation.publishedAt })
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, row.organisationId)))
      .for('share')
    if (!to?.contactable || !to.publishedAt) throw notContactable()
    return relay(tx, ctx, row)
  })
}

/** Somebody saw a mistake on a page: the team reads it, and answers where an address was left. */
export async function suggestCorrection(ctx: Context, slug: string, input: CorrectionInput, sent: SentForm) {
  requireNetwork(ctx)
  requirePerson(ctx, sent)
  const found = await findListed(ctx, slug)
  await countSending(ctx, input.email ?? ctx.caller.address, found.id)
  await inNetwork(ctx, async (tx) => {
    const row = await listed(tx, ctx, slug)
    const at = ctx.clock.now()
    const id = v7()
    await tx.insert(pageProposal).values({
      networkId: ctx.network.id,
      id,
      organisationId: row.id,
      origin: 'visitor',
      replyTo: input.email,
      locale: ctx.locale,
      baseVersion: row.version,
      note: input.text,
      state: 'submitted',
      createdAt: at,
      updatedAt: at,
      submittedAt: at,
    })
    await notifyTeam(tx, ctx, {
      kind: 'crm.corrected',
      params: { organisation: row.name },
      path: `/${ctx.network.slug}/bureau/propositions/${id}`,
    })
  })
}
