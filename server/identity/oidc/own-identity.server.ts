import { and, eq, isNull } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountIdentity } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { recordEvent } from '../account/record-event.server.ts'

/** Whether one's account can be entered through the provider. */
export async function hasIdentity(ctx: Context): Promise<boolean> {
  requireAccount(ctx)
  const rows = await publicDb()
    .select({ subject: accountIdentity.subject })
    .from(accountIdentity)
    .where(attachedTo(ctx.account.id))
    .limit(1)
  return rows.length > 0
}

const attachedTo = (accountId: string) =>
  and(eq(accountIdentity.accountId, accountId), isNull(accountIdentity.detachedAt))

/** Remembered, so that the same address proven anew does not attach it again. */
export async function detachIdentity(ctx: Context) {
  requireAccount(ctx)
  const gone = await publicDb()
    .update(accountIdentity)
    .set({ detachedAt: ctx.clock.now() })
    .where(attachedTo(ctx.account.id))
    .returning({ subject: accountIdentity.subject })
  if (gone.length > 0) await recordEvent(ctx.account.id, 'identity_detached', ctx)
}
