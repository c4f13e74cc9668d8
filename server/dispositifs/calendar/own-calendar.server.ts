import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { calendarSubscription } from '#db/schema/dispositifs/jury.ts'
import { contextOfAccount } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireNetwork, type StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { ownWork } from '../instruction/own-work.server.ts'
import { dispositifs } from '../permissions.ts'
import { ownSittings } from '../sitting/own-sitting.server.ts'

const { networkId, accountId, tokenHash, createdAt } = calendarSubscription
const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')
const own = (ctx: StaffContext) => and(eq(networkId, ctx.network.id), eq(accountId, ctx.account.id))

/** Since when a calendar follows; null where none does. */
export async function followedSince(ctx: Context): Promise<Date | null> {
  demand(ctx, dispositifs['instruction:read'])
  const [row] = await inNetwork(ctx, (tx) =>
    tx.select({ createdAt }).from(calendarSubscription).where(own(ctx)),
  )
  return row?.createdAt ?? null
}

/** A new secret, shown once; the one before it opens nothing any more. */
export async function renewCalendar(ctx: Context): Promise<{ token: string }> {
  demand(ctx, dispositifs['instruction:read'])
  const token = randomBytes(32).toString('base64url')
  const now = { tokenHash: hashOf(token), createdAt: ctx.clock.now() }
  await inNetwork(ctx, async (tx) => {
    await tx
      .insert(calendarSubscription)
      .values({ networkId: ctx.network.id, accountId: ctx.account.id, ...now })
      .onConflictDoUpdate({ target: [networkId, accountId], set: now })
    await record(tx, ctx, told(ctx, 'renewed'))
  })
  return { token }
}

export async function stopCalendar(ctx: Context): Promise<void> {
  demand(ctx, dispositifs['instruction:read'])
  await inNetwork(ctx, async (tx) => {
    const gone = await tx.delete(calendarSubscription).where(own(ctx)).returning({ accountId })
    if (gone.length > 0) await record(tx, ctx, told(ctx, 'stopped'))
  })
}

/** An address that opens without signing in is history too; its secret is not. */
const told = (ctx: StaffContext, did: 'renewed' | 'stopped') => ({
  ...{
    action: `calendar_subscription.${did}`,
    objectType: 'calendar_subscription',
    objectId: ctx.account.id,
  },
})

/** One's sittings, and the days by which files are to be read: no file is named. */
export async function ownCalendar(ctx: Context) {
  const { sessions } = await ownWork(ctx)
  return { ctx, sessions, sittings: await ownSittings(ctx) }
}

/** The same for whoever holds the address, as long as the person keeps their role. */
export async function readCalendar(ctx: Context, token: string) {
  requireNetwork(ctx)
  const [row] = await inNetwork(ctx, (tx) =>
    tx
      .select({ accountId })
      .from(calendarSubscription)
      .where(and(eq(networkId, ctx.network.id), eq(tokenHash, hashOf(token)))),
  )
  const person = row && (await contextOfAccount(row.accountId, ctx.network.id, ctx.requestId))
  if (!person || !may(person, dispositifs['instruction:read'])) throw notFound()
  return ownCalendar(person)
}
