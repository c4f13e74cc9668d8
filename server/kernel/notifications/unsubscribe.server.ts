import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { unsubscribeLink } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { choicesOf, writeChoices } from './choices.server.ts'
import { EVERY_KIND } from './notice-kind.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex')

/** A link that can do one thing: stop one person's digests of one network. */
export async function makeUnsubscribeLink(tx: Transaction, networkId: number, accountId: string, at: Date) {
  const token = randomBytes(24).toString('base64url')
  await tx.insert(unsubscribeLink).values({ networkId, tokenHash: hashOf(token), accountId, createdAt: at })
  return token
}

async function whose(tx: Transaction, networkId: number, token: string): Promise<string | undefined> {
  const [found] = await tx
    .select({ accountId: unsubscribeLink.accountId })
    .from(unsubscribeLink)
    .where(and(eq(unsubscribeLink.networkId, networkId), eq(unsubscribeLink.tokenHash, hashOf(token))))
  return found?.accountId
}

export const isUnsubscribeLink = (ctx: NetworkContext, token: string) =>
  inNetwork(ctx, async (tx) => (await whose(tx, ctx.network.id, token)) !== undefined)

/** The link is who asks: nobody needs to sign in to stop being written to. False when it is not one. */
export async function unsubscribe(ctx: NetworkContext, token: string): Promise<boolean> {
  return inNetwork(ctx, async (tx) => {
    const accountId = await whose(tx, ctx.network.id, token)
    if (!accountId) return false
    const choices = await choicesOf(tx, ctx.network.id, accountId)
    const every = choices.some(({ kind }) => kind === EVERY_KIND)
      ? choices
      : [...choices, { kind: EVERY_KIND, inApp: true, byMail: true }]
    const stopped = every.map((choice) => ({ ...choice, byMail: false }))
    await writeChoices(tx, ctx.network.id, accountId, stopped)
    return true
  })
}
