import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkSetting } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { networkById } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { brandSchema } from '#tenants/brand.ts'
import { coloursFrom, readableShade } from '#tenants/shades.ts'
import { colourUnreadable, notAColour } from '../errors.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { forgetSettings } from './as-set.server.ts'

/** The four colours that follow from one, or a refusal that proposes a near one. */
export function coloursOf(colour: string) {
  const chosen = colour.trim().toLowerCase()
  if (!/^#[0-9a-f]{6}$/.test(chosen)) throw notAColour()
  const colours = coloursFrom(chosen)
  const readable = brandSchema.safeParse({ initials: 'A', ...colours }).success
  if (!readable) throw colourUnreadable(readableShade(chosen))
  return colours
}

/** `null` gives back the colours of the network's file. */
export async function setColour(ctx: Context, colour: string | null) {
  demand(ctx, portal['site:edit'])
  const brand = colour === null ? null : coloursOf(colour)
  const { id } = ctx.network
  await inNetwork(ctx, async (tx) => {
    const set = { brand, version: sql`${networkSetting.version} + 1`, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkSetting)
      .values({ networkId: id, brand, updatedAt: ctx.clock.now() })
      .onConflictDoUpdate({ target: networkSetting.networkId, set })
    const to = brand?.brand ?? networkById(id)?.brand.brand
    await record(tx, ctx, {
      action: 'site.colour_changed',
      objectType: 'site',
      objectId: objectIdOf(id, 'setting'),
      changes: { brand: { from: ctx.network.brand.brand, to } },
    })
  })
  forgetSettings()
}
