import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { publicLink } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** What a link of a mail lets do whoever holds it, without an account. */
export type LinkPurpose =
  | 'representation'
  | 'registration'
  | 'message'
  | 'verification'
  | 'stop'
  | 'dossier_start'
  | 'dossier_editor'

const DAYS: Record<LinkPurpose, number> = {
  representation: 3,
  registration: 3,
  message: 3,
  verification: 60,
  stop: 400,
  dossier_start: 1,
  dossier_editor: 14,
}

export type PublicLink = { purpose: LinkPurpose; subjectId: string; usedAt: Date | null }

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A copy of the table opens nothing: the secret travels in the mail alone. */
export async function makePublicLink(
  tx: Transaction,
  ctx: NetworkContext,
  purpose: LinkPurpose,
  subjectId: string,
) {
  const token = randomBytes(32).toString('base64url')
  const now = ctx.clock.now()
  await tx.insert(publicLink).values({
    networkId: ctx.network.id,
    tokenHash: hashOf(token),
    purpose,
    subjectId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + DAYS[purpose] * 86_400_000),
  })
  return token
}

const unexpired = (ctx: NetworkContext, token: string) =>
  and(
    eq(publicLink.networkId, ctx.network.id),
    eq(publicLink.tokenHash, hashOf(token)),
    gt(publicLink.expiresAt, ctx.clock.now()),
  )

/** Looks without spending: programs that read mails open links too. A spent one says when it was. */
export async function peekPublicLink(
  tx: Transaction,
  ctx: NetworkContext,
  token: string,
): Promise<PublicLink | null> {
  const { purpose, subjectId, usedAt } = publicLink
  const [found] = await tx
    .select({ purpose, subjectId, usedAt })
    .from(publicLink)
    .where(unexpired(ctx, token))
  return (found as PublicLink | undefined) ?? null
}

/** Spends a link for what it was made for; of two at once, one has it. */
export async function spendPublicLink(
  tx: Transaction,
  ctx: NetworkContext,
  token: string,
  purposes: LinkPurpose[],
): Promise<PublicLink | null> {
  const [found] = await tx
    .update(publicLink)
    .set({ usedAt: ctx.clock.now() })
    .where(and(unexpired(ctx, token), isNull(publicLink.usedAt), inArray(publicLink.purpose, purposes)))
    .returning()
  return found ? (found as PublicLink) : null
}
