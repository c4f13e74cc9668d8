import { desc, eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountEvent } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'

const MOST = 20

export async function findEvents(ctx: Context) {
  requireAccount(ctx)
  const { id, kind, device, at } = accountEvent
  return publicDb()
    .select({ id, kind, device, at })
    .from(accountEvent)
    .where(eq(accountEvent.accountId, ctx.account.id))
    .orderBy(desc(at))
    .limit(MOST)
}
