import { type DemoSummary, loadDemo } from '#db/demo/load.ts'
import { plansOf, type Scale } from '#db/demo/plans.ts'
import { bringUpToDate, DEMO_PASSWORD } from '#server/database.ts'
import { hashPassword } from '#server/identity/public.ts'
import { systemClock, today } from '#server/kernel/clock.ts'
import { StartError } from '#server/kernel/settings.ts'
import { loadNetworks } from '#tenants/load.ts'
import { command } from './command.ts'
import { emptyBusinessTables } from './empty-business-tables.ts'
import { withDatabase } from './reach-database.ts'
import { UsageError } from './read-options.ts'
import { aligned } from './table.ts'
import { withClient } from './with-client.ts'

export default command({
  says: `Charge des données de démonstration dans la base configurée, après l'avoir mise à jour ; la base embarquée est
démarrée pour cela si elle ne tourne pas. Un réseau qui a déjà des fiches est laissé tel quel. Refusé en mode live.`,
  options: {
    networks: { value: 'nombre', says: 'combien de réseaux', otherwise: 'tous ceux qui sont actifs' },
    organisations: {
      value: 'nombre',
      says: 'combien de fiches par réseau',
      otherwise: 'la taille de chacun dans la démonstration',
    },
    big: { value: 'slug:nombre', says: 'un réseau plus grand que les autres' },
    reset: { says: 'vide la base au préalable : fiches, adhésions, projets, comptes, sessions' },
  },
  examples: ['demo', 'demo --reset --networks 14 --organisations 5000 --big so-cooperation:70000'],
  async run({ networks, organisations, big, reset }, world) {
    const settings = world.settings()
    if (settings.mode === 'live')
      throw new StartError(
        'Les données de démonstration sont refusées en mode live : donnez MAILLAGE_MODE=demo, et une base qui ne sert à rien d’autre.',
      )
    const scale: Scale = {
      networks: numberOf('networks', networks),
      organisations: numberOf('organisations', organisations),
      big: bigOf(big),
    }
    const tenants = loadNetworks(world.tenantsFolder)
    const day = today(systemClock, 'Europe/Paris')
    refuseFaultyScale(() => plansOf(tenants, scale, day))
    const began = Date.now()
    const summary = await withDatabase(settings, (urls) =>
      withClient(urls.owner, async (owner) => {
        await bringUpToDate(owner, urls.owner, tenants)
        return withClient(urls.app, async (app) => {
          if (reset) await emptyBusinessTables(owner, app)
          const passwordHash = await hashPassword(DEMO_PASSWORD)
          return loadDemo(
            { owner, app },
            { ...scale, tenants, today: day, passwordHash, onProgress: world.say },
          )
        })
      }),
    )
    world.print(report(summary, (Date.now() - began) / 1000))
    const skipped = summary.networks.filter((one) => one.skipped).map(({ slug }) => slug)
    if (skipped.length > 0)
      world.say(
        `Laissés tels quels, car ils ont déjà des fiches : ${skipped.join(', ')}. Pour repartir de zéro, ajoutez --reset.`,
      )
    return 0
  },
})

function numberOf(option: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(written)) throw new UsageError(`--${option} est un nombre, pas « ${written} »`)
  return Number(written)
}

function bigOf(written: string | undefined): Scale['big'] {
  if (written === undefined) return undefined
  const [, slug, count] = written.match(/^([^:]+):(\d+)$/) ?? []
  if (!slug || !count)
    throw new UsageError(`--big s'écrit slug:nombre, par exemple so-cooperation:70000, pas « ${written} »`)
  return { slug, organisations: Number(count) }
}

/** Before anything is started: what the loader would refuse half-way. */
function refuseFaultyScale(plan: () => unknown) {
  try {
    plan()
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

function report({ networks, organisations, listed, actors, accounts }: DemoSummary, seconds: number): string {
  const rows = networks.map((one) =>
    one.skipped
      ? [one.slug, '—', '—', '—']
      : [one.slug, `${one.organisations}`, `${one.listed}`, `${one.actors}`],
  )
  const lines = aligned([
    ['réseau', 'fiches', 'publiées', 'acteurs'],
    ...rows,
    ['total', `${organisations}`, `${listed}`, `${actors}`],
  ])
  return [...lines, `${accounts} comptes créés, en ${seconds.toFixed(1).replace('.', ',')} s`].join('\n')
}
