import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { networkSetting } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { networkById } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { ModuleKey } from '#tenants/schema.ts'
import { objectIdOf } from '../object-id.ts'
import { portal } from '../permissions.ts'
import { forgetSettings } from './as-set.server.ts'
import { CHOOSABLE } from './choosable-modules.ts'

/** Only modules of the network's file can be on: what is not in it cannot be asked for here. */
export async function chooseModules(ctx: Context, on: string[]) {
  demand(ctx, portal['site:edit'])
  const { id } = ctx.network
  const offered = networkById(id)?.modules ?? []
  const isOn = (module: ModuleKey) =>
    CHOOSABLE.includes(module) ? on.includes(module) : ctx.network.modules.includes(module)
  const modulesOff = offered.filter((module) => !isOn(module))
  await inNetwork(ctx, async (tx) => {
    const set = { modulesOff, version: sql`${networkSetting.version} + 1`, updatedAt: ctx.clock.now() }
    await tx
      .insert(networkSetting)
      .values({ networkId: id, modulesOff, updatedAt: ctx.clock.now() })
      .onConflictDoUpdate({ target: networkSetting.networkId, set })
    await record(tx, ctx, {
      action: 'site.modules_chosen',
      objectType: 'site',
      objectId: objectIdOf(id, 'setting'),
      changes: {
        modules: { from: ctx.network.modules, to: offered.filter((module) => !modulesOff.includes(module)) },
      },
    })
  })
  forgetSettings()
}
