import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkSetting } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notASite, tooManySites } from '../errors.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { forgetSettings, framingSites } from '../setting/as-set.server.ts'
import { MOST_SITES, readSites } from './framing.ts'

/** Says which sites may show the network's frames; none: any may. */
export async function limitFraming(ctx: Context, typed: string) {
  demand(ctx, portal['site:edit'])
  const { sites, wrong } = readSites(typed)
  if (wrong.length > 0) throw notASite(wrong[0]!)
  if (sites.length > MOST_SITES) throw tooManySites()
  const { id } = ctx.network
  const before = await framingSites(id)
  await inNetwork(ctx, async (tx) => {
    const set = { embedSites: sites, version: sql`${networkSetting.version} + 1`, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkSetting)
      .values({ networkId: id, embedSites: sites, updatedAt: ctx.clock.now() })
      .onConflictDoUpdate({ target: networkSetting.networkId, set })
    await record(tx, ctx, {
      action: 'site.framing_limited',
      objectType: 'site',
      objectId: objectIdOf(id, 'setting'),
      changes: { sites: { from: before, to: sites } },
    })
  })
  forgetSettings()
}
