import { eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkSetting } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { objectIdOf } from '#server/portal/public.ts'
import { passkeyFirst } from '../errors.ts'
import { identity } from '../permissions.ts'
import { hasPasskey } from './has-passkey.server.ts'

export async function requiresPasskey(ctx: Context): Promise<boolean> {
  demand(ctx, identity['security:manage'])
  return inNetwork(ctx, async (tx) => {
    const [setting] = await tx
      .select({ required: networkSetting.adminPasskey })
      .from(networkSetting)
      .where(eq(networkSetting.networkId, ctx.network.id))
    return setting?.required ?? false
  })
}

/** Whether this network's administrators need a passkey. Who turns it on has one: nobody shuts themselves out. */
export async function requirePasskey(ctx: Context, required: boolean) {
  demand(ctx, identity['security:manage'])
  if (required && !(await hasPasskey(ctx.account.id))) throw passkeyFirst()
  const networkId = ctx.network.id
  await inNetwork(ctx, async (tx) => {
    const updatedAt = ctx.clock.now()
    const set = { adminPasskey: required, version: sql`${networkSetting.version} + 1`, updatedAt }
    await tx
      .insert(networkSetting)
      .values({ networkId, adminPasskey: required, updatedAt })
      .onConflictDoUpdate({ target: networkSetting.networkId, set })
    await record(tx, ctx, {
      action: required ? 'security.passkey_required' : 'security.passkey_optional',
      objectType: 'security',
      objectId: objectIdOf(networkId, 'security'),
    })
  })
}
