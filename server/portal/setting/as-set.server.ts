import { publicDb, rawPool } from '#db/client.ts'
import { type Brand, networkSetting } from '#db/schema/portal.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'

type Setting = { networkId: number; brand: Brand | null; modulesOff: string[]; embedSites: string[] }

const KEPT_MS = 1000
let kept: { pool: unknown; until: number; settings: Promise<Setting[]> } | undefined

/** Who changes a setting shows it at once; another process follows within a second. */
export function forgetSettings() {
  kept = undefined
}

/** A few lines for all networks, read once a second and not at each request. */
function settings(): Promise<Setting[]> {
  const pool = rawPool()
  if (kept?.pool === pool && kept.until > performance.now()) return kept.settings
  const { networkId, brand, modulesOff, embedSites } = networkSetting
  const read = publicDb().select({ networkId, brand, modulesOff, embedSites }).from(networkSetting).execute()
  const fresh = { pool, until: performance.now() + KEPT_MS, settings: read }
  kept = fresh
  read.catch(() => {
    if (kept === fresh) kept = undefined
  })
  return read
}

/** Networks as their files say, with what they decided since. */
export async function allAsSet(networks: KnownNetwork[]): Promise<KnownNetwork[]> {
  const decided = await settings()
  return networks.map((network) => {
    const setting = decided.find((one) => one.networkId === network.id)
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

/** The sites that may show this network's frames; none: any may. */
export async function framingSites(networkId: number): Promise<string[]> {
  return (await settings()).find((one) => one.networkId === networkId)?.embedSites ?? []
}
