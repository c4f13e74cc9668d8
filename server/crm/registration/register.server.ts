import { and, eq, inArray, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { registration } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { askConfirmation } from '#server/kernel/link/ask-confirmation.server.ts'
import { spendPublicLink } from '#server/kernel/link/public-link.server.ts'
import { notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import {
  countAsking,
  countSending,
  requirePerson,
  type SentForm,
} from '#server/kernel/sender/sender-check.server.ts'
import { pageLinkSpent } from '../errors.ts'
import { likelyOf } from '../organisation/find-likely.server.ts'
import type { RegistrationInput } from './registration.schema.ts'

export type LikelyPage = { name: string; slug: string; city: string | null }

/** Pages of the directory it may well be, for a person alone: it is a costly question. Private records are not told of. */
export async function findLikelyPages(
  ctx: Context,
  sought: Pick<RegistrationInput, 'name' | 'siren' | 'rna' | 'insee' | 'postalCode'>,
  sent: SentForm,
): Promise<LikelyPage[]> {
  requireNetwork(ctx)
  requirePerson(ctx, sent)
  await countAsking(ctx)
  return inNetwork(ctx, async (tx) => {
    const likely = await likelyOf(tx, ctx, sought)
    const ids = likely.filter(({ published }) => published).map(({ id }) => id)
    if (ids.length === 0) return []
    const { id, name, slug, city, networkId, publishedAt } = organisation
    const rows = await tx
      .select({ id, name, slug, city })
      .from(organisation)
      .where(and(eq(networkId, ctx.network.id), inArray(id, ids), sql`${publishedAt} is not null`))
    const order = new Map(ids.map((one, rank) => [one, rank]))
    return rows
      .toSorted((one, other) => order.get(one.id)! - order.get(other.id)!)
      .slice(0, 5)
      .flatMap((row) => (row.slug ? [{ name: row.name, slug: row.slug, city: row.city }] : []))
  })
}

/** Anybody registers an organisation; the team sees it once the address is proven. */
export async function register(ctx: Context, input: RegistrationInput, sent: SentForm) {
  requireNetwork(ctx)
  requirePerson(ctx, sent)
  await countSending(ctx, input.contactEmail)
  await inNetwork(ctx, async (tx) => {
    const id = v7()
    const { locale, network, clock } = ctx
    await tx
      .insert(registration)
      .values({ ...input, networkId: network.id, id, locale, askedAt: clock.now() })
    const { contactEmail: email, name } = input
    await askConfirmation(tx, ctx, { purpose: 'registration', subjectId: id, email, organisation: name })
  })
}

export async function confirmRegistration(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const link = await spendPublicLink(tx, ctx, token, ['registration'])
    if (!link) throw pageLinkSpent()
    const [asked] = await tx
      .update(registration)
      .set({ confirmedAt: ctx.clock.now() })
      .where(and(eq(registration.networkId, ctx.network.id), eq(registration.id, link.subjectId)))
      .returning()
    if (!asked) throw notFound()
    await record(
      tx,
      { ...ctx, account: null },
      {
        action: 'registration.asked',
        objectType: 'registration',
        objectId: asked.id,
        changes: { name: asked.name },
      },
    )
    await notifyTeam(tx, ctx, {
      kind: 'crm.registered',
      params: { name: asked.contactName, organisation: asked.name },
      path: `/${ctx.network.slug}/bureau/inscriptions/${asked.id}`,
    })
  })
}
