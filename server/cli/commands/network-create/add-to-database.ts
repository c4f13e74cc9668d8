import { writeNetworks } from '#server/kernel/networks.ts'
import type { Settings } from '#server/kernel/settings.ts'
import type { Network } from '#tenants/schema.ts'
import { reachDatabase } from '../reach-database.ts'
import { withClient } from '../with-client.ts'

/** Says what became of it: a database that cannot take the network now gets it at the next start. */
export async function addToDatabase(settings: Settings, network: Network): Promise<string> {
  const urls = await reachDatabase(settings)
  if (!urls) return 'La base ne tourne pas : elle recevra le réseau au prochain démarrage.'
  try {
    await withClient(urls.owner, (owner) => writeNetworks(owner, [network]))
    return 'Le réseau est dans la base.'
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException
    return `La base n'a pas pris le réseau (${message || code}) : elle le recevra au prochain démarrage.`
  }
}
