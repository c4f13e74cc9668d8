import type pg from 'pg'
import { regionName } from '#packages/referentials/regions.ts'
import { systemClock, today } from '#server/kernel/clock.ts'
import { loadNetworks } from '#tenants/load.ts'
import { currentName, isConferenceMember } from '#tenants/network.ts'
import { MODULES, type Network } from '#tenants/schema.ts'
import { command } from './command.ts'
import { reachDatabase } from './reach-database.ts'
import { aligned } from './table.ts'
import { withClient } from './with-client.ts'

const STATUS = { active: 'actif', to_confirm: 'à confirmer' }
const HEADINGS = ['slug', 'nom', 'statut', 'région', 'conférence', 'fiches', 'modules']
const UNKNOWN = '—'

export default command({
  says: `Liste les réseaux décrits dans tenants/ : slug, nom, statut, région, appartenance à la conférence ce jour, nombre
de fiches (si la base répond), modules.`,
  options: {},
  examples: ['network list'],
  async run(_, world) {
    const networks = loadNetworks(world.tenantsFolder)
    const urls = await reachDatabase(world.settings())
    const counts = urls ? await countRecords(urls.app, world.say) : new Map<string, number>()
    if (!urls) world.say('La base embarquée ne tourne pas : les fiches ne sont pas comptées.')
    const lines = networks.map((network) => [...columns(network, counts.get(network.slug)), modules(network)])
    for (const line of aligned([HEADINGS, ...lines])) world.print(line)
    return 0
  },
})

function columns(network: Network, records: number | undefined): string[] {
  const day = today(systemClock, network.timeZone)
  const membership =
    network.kind === 'conference' ? 'elle-même' : isConferenceMember(network, day) ? 'membre' : 'non'
  return [
    network.slug,
    currentName(network, day),
    STATUS[network.status],
    network.region ? regionName(network.region) : UNKNOWN,
    membership,
    records === undefined ? UNKNOWN : `${records}`,
  ]
}

const modules = (network: Network) =>
  network.modules.length === MODULES.length ? 'tous' : network.modules.join(', ')

/** Records are private: they are counted network by network, as the runtime role, under its policies. */
async function countRecords(url: string, say: (sentence: string) => void): Promise<Map<string, number>> {
  try {
    return await withClient(url, async (app) => {
      const { rows } = await app.query<{ id: number; slug: string }>('select id, slug from network')
      const counts = new Map<string, number>()
      for (const { id, slug } of rows) counts.set(slug, await countIn(app, id))
      return counts
    })
  } catch (error) {
    say(`Les fiches ne sont pas comptées : ${(error as Error).message || (error as { code?: string }).code}.`)
    return new Map()
  }
}

async function countIn(app: pg.ClientBase, id: number): Promise<number> {
  await app.query(`begin; select set_config('app.network_id', '${id}', true)`)
  const { rows } = await app.query<{ count: number }>(
    'select count(*)::int as count from organisation where network_id = $1',
    [id],
  )
  await app.query('commit')
  return rows[0]!.count
}
