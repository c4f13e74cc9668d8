import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { type Brand, networkSetting } from '#db/schema/portal.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'

async function settingOf(networkId: number) {
  const { brand, modulesOff } = networkSetting
  const [setting] = await publicDb()
    .select({ brand, modulesOff })
    .from(networkSetting)
    .where(eq(networkSetting.networkId, networkId))
  return setting
}

/** The network as its file says, with what it decided since; read anew each time, so that it shows at once. */
export async function asSet(network: KnownNetwork): Promise<KnownNetwork> {
  const setting = await settingOf(network.id)
  if (!setting) return network
  return {
    ...network,
    brand: { ...network.brand, ...setting.brand },
    modules: network.modules.filter((module) => !setting.modulesOff.includes(module)),
  }
}

export async function brandOf(network: KnownNetwork): Promise<Brand & { initials: string }> {
  return (await asSet(network)).brand
}
