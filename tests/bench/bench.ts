import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { clusterUrl, EMBEDDED_DATABASE } from '#db/open.ts'
import { ensureBuilt } from '#server/http/pages.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { buffersOf } from './buffers.ts'
import { residentMb, startChild } from './child.ts'
import { measureDispositifs } from './dispositifs.ts'
import { measureLists } from './lists.ts'
import { load, pairs } from './load.ts'
import { measureViews } from './map.ts'
import { measureMoves } from './moves.ts'
import { prepare, report } from './prepare.ts'
import { measurePrivate, staffOf } from './private.ts'
import { type Recorded, record } from './record.ts'
import { scenarios } from './scenarios.ts'
import { measureTransactions } from './transactions.ts'
import { measureWalls } from './walls.ts'
import { measureWeight } from './weight.ts'

const SMALL = 'bfc-international'
const BIG = 'gescod'
/** Of each private act, enough for its slowest twentieth to be told. */
const ROUNDS = 40

type Urls = Awaited<ReturnType<typeof prepare>>['urls']
type Known = Awaited<ReturnType<typeof networksOf>>

/** Everything is measured in one run, product and floor in turn; the figures to quote are the ratios. `--only` names parts. */
export async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      networks: { type: 'string', default: '14' },
      organisations: { type: 'string', default: '5000' },
      big: { type: 'string', default: '70000' },
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      only: { type: 'string' },
    },
  })
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)]
  await ensureBuilt(readSettings().buildDir)
  const scale = {
    networks: Number(values.networks),
    organisations: Number(values.organisations),
    big: { slug: BIG, organisations: Number(values.big) },
  }
  const { cluster, urls, loadSeconds } = await prepare(scale)
  report('demo data loaded or found', loadSeconds, 's', scale)
  const superuser = clusterUrl(cluster, 'postgres', 'superuser', EMBEDDED_DATABASE)
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    await readNetworks(client)
    const known = await networksOf(client)
    const parts: Record<string, () => Promise<void>> = {
      server: () => measureServer(urls, client, known, seconds, rounds),
      walls: () => measureWalls({ app: urls.app, superuser }, known.ids[BIG]!),
      private: () => measurePrivate(urls, client, BIG, ROUNDS),
      dispositifs: () => measureDispositifs(urls, client, staffOf(BIG), ROUNDS),
      transactions: () => measureTransactions(urls.app, known.ids[BIG]!),
      lists: () => measureLists(urls.app, client, { id: known.ids[BIG]!, slug: BIG }),
      start: () => measureStart(envOf(urls)),
    }
    for (const [name, measure] of Object.entries(parts)) {
      if (!values.only || values.only.split(',').includes(name)) await measure()
    }
  } finally {
    await client.end()
    await cluster.stop()
  }
  return 0
}

/** The API and the pages as the web process answers them, against a server that only sends the same rows. */
async function measureServer(urls: Urls, client: pg.Client, known: Known, seconds: number, rounds: number) {
  const all = scenarios(SMALL, BIG, { small: known.slugs[SMALL]!, big: known.slugs[BIG]! })
  const recorded: Record<string, Recorded[]> = {}
  for (const { name, act, network } of all) {
    const id = network === 'all' ? null : known.ids[network === 'small' ? SMALL : BIG]!
    recorded[name] = await record(urls.app, async () => act(id))
    report(`buffers ${name}`, await buffersOf(client, recorded[name]), 'pages')
  }
  const file = join(mkdtempSync(join(tmpdir(), 'maillage-bench-')), 'scenarios.json')
  writeFileSync(file, JSON.stringify(recorded))
  const env = envOf(urls)
  const floor = await startChild('tests/bench/floor-server.ts', [file, urls.app])
  for (const caches of ['off', 'on']) {
    const product = await startChild('server/cli/main.ts', ['start', 'web'], {
      ...env,
      MAILLAGE_CACHES: caches,
      PORT: '3917',
    })
    for (const { name, path } of all) {
      const measured = await pairs(
        () => load(`${product.url}/api/v1${path}`, seconds),
        () => load(`${floor.url}/${name}`, seconds),
        rounds,
      )
      const { product: ours, floor: least, ratio } = measured
      report(`API ${name}, caches ${caches}`, ours.perSecond, 'requests/s', {
        floor: least.perSecond,
        ratio,
        p50: ours.p50,
        p95: ours.p95,
        p99: ours.p99,
      })
    }
    report(`web process after the load, caches ${caches}`, residentMb(product.pid), 'MB')
    if (caches === 'on') {
      await measurePage(product.url, urls.app, seconds, rounds)
      const bases = { '5000': `/${SMALL}/annuaire`, '70000': `/${BIG}/annuaire`, national: '/annuaire' }
      await measureViews(product.url, bases, seconds)
      await measureMoves(product.url, `${bases['70000']}?vue=carte`, rounds)
    }
    await product.stop()
  }
  await floor.stop()
}

const envOf = (urls: Urls) => ({
  DATABASE_URL: urls.owner,
  DATABASE_APP_URL: urls.app,
  DATABASE_OBSERVATORY_URL: urls.observatory,
  MAILLAGE_MODE: 'demo',
  API_RATE_LIMIT: '0',
})

async function measurePage(url: string, appUrl: string, seconds: number, rounds: number) {
  const constant = await startChild('tests/bench/constant-server.ts', [appUrl])
  const path = `/${SMALL}/annuaire`
  const { product, floor, ratio } = await pairs(
    () => load(url + path, seconds),
    () => load(constant.url + path, seconds),
    rounds,
  )
  report('directory page', product.perSecond, 'requests/s', {
    floor: floor.perSecond,
    ratio,
    p50: product.p50,
    p95: product.p95,
    p99: product.p99,
  })
  await measureWeight(url, path)
  await constant.stop()
}

/** Start with data present, web and worker together, then memory once everything is still. */
async function measureStart(env: Record<string, string>) {
  const started = await startChild('server/cli/main.ts', ['start'], { ...env, PORT: '3918' })
  report('start to ready, data present', started.startSeconds, 's', { most: 5 })
  await new Promise((resolve) => setTimeout(resolve, 5000))
  report('web and worker at rest', residentMb(started.pid), 'MB', { most: 350 })
  await started.stop()
}

async function networksOf(client: pg.Client) {
  const { rows } = await client.query<{ id: number; slug: string; listing: string }>(`
    select n.id, n.slug, (select slug from organisation_listing l where l.network_id = n.id order by id limit 1) as listing from network n`)
  return {
    ids: Object.fromEntries(rows.map((row) => [row.slug, row.id])),
    slugs: Object.fromEntries(rows.map((row) => [row.slug, row.listing])),
  }
}
