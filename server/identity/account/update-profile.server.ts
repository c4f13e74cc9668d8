import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { publicDb } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import type { profileInput } from './profile.schema.ts'

export async function updateProfile(ctx: Context, { name, locale }: z.output<typeof profileInput>) {
  requireAccount(ctx)
  await publicDb().update(account).set({ name, locale }).where(eq(account.id, ctx.account.id))
}
