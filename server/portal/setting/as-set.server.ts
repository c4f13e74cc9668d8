import { inArray } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { type Brand, networkSetting } from '#db/schema/portal.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'

/** Networks as their files say, with what they decided since; read anew each time, so that it shows at once. */
export async function allAsSet(networks: KnownNetwork[]): Promise<KnownNetwork[]> {
  const { networkId, brand, modulesOff } = networkSetting
  const ids = networks.map(({ id }) => id)
  const settings = await publicDb()
    .select({ networkId, brand, modulesOff })
    .from(networkSetting)
    .where(inArray(networkId, ids))
  return networks.map((network) => {
    const setting = settings.find((one) => one.networkId === network.id)
    if (!setting) return network
    return {
      ...network,
      brand: { ...network.brand, ...setting.brand },
      modules: network.modules.filter((module) => !setting.modulesOff.includes(module)),
    }
  })
}

export async function asSet(network: KnownNetwork): Promise<KnownNetwork> {
  return (await allAsSet([network]))[0] ?? network
}

export async function brandOf(network: KnownNetwork): Promise<Brand & { initials: string }> {
  return (await asSet(network)).brand
}
