import type pg from 'pg'
import { loadNetworks } from '#tenants/load.ts'
import type { Network } from '#tenants/schema.ts'
import { demoAccounts } from './accounts.ts'
import { afterLoad, tidy } from './after-load.ts'
import { tieListings } from './listing-ties.ts'
import { loadAccounts } from './load-accounts.ts'
import { loadDispositifs } from './load-dispositifs.ts'
import { loadExchanges } from './load-exchanges.ts'
import { loadHolders } from './load-holders.ts'
import { loadJury } from './load-jury.ts'
import { loadMemberSpace } from './load-member-space.ts'
import { type Loaded, loadNetwork } from './load-network.ts'
import { loadProjectProposals } from './load-project-proposals.ts'
import { loadSupport } from './load-support.ts'
import { loadTeamNotes } from './load-team-notes.ts'
import { plansOf, type Scale } from './plans.ts'
import { tieProjects } from './project-ties.ts'

export type DemoOptions = Scale & {
  today: string
  /** Of every demonstration account; made by the caller, who knows how passwords are kept. */
  passwordHash: string
  /** Every network described; those of tenants/ when absent. */
  tenants?: Network[]
  onProgress?: (text: string) => void
}

export type DemoSummary = {
  networks: Loaded[]
  organisations: number
  listed: number
  actors: number
  accounts: number
  /** National keys listed by several networks. */
  sharedKeys: number
}

/**
 * Fills an empty database with the demonstration. `app` signs in as the runtime role, the only one the
 * tenant policies let in; `owner` writes what the runtime may only read. Networks already filled are
 * left as they are.
 */
export async function loadDemo(
  { owner, app }: { owner: pg.ClientBase; app: pg.ClientBase },
  options: DemoOptions,
): Promise<DemoSummary> {
  const { today, passwordHash, tenants: all = loadNetworks(), onProgress = () => {} } = options
  const plans = plansOf(all, options, today)
  const ids = await networkIds(owner)
  for (const { slug } of plans) {
    if (!ids.has(slug))
      throw new Error(`The network ${slug} is not in the database: write the networks first`)
  }
  const networks = plans.map(({ slug }) => all.find((network) => network.slug === slug)!)
  const loaded: Loaded[] = []
  await app.query('set synchronous_commit = off')
  try {
    for (const [index, plan] of plans.entries()) {
      const one = await loadNetwork(app, networks[index]!, ids.get(plan.slug)!, plan)
      loaded.push(one)
      onProgress(
        one.skipped ? `${one.slug}: already filled` : `${one.slug}: ${one.organisations} organisations`,
      )
    }
    const complete = await isComplete(owner)
    const fresh = loaded.filter(({ skipped }) => !complete || !skipped).map(({ slug }) => slug)
    const sharedKeys = fresh.length > 0 ? await afterLoad(owner, app) : 0
    const accounts = await atOnce(app, async () => {
      await tieProjects(app, ids, fresh)
      await tieListings(app, ids, fresh)
      const created = await loadAccounts(app, demoAccounts(networks, today), ids, passwordHash)
      for (const network of networks.filter(({ slug }) => fresh.includes(slug)))
        await tellOf(app, network, ids.get(network.slug)!, today)
      return created
    })
    if (fresh.length > 0) await tidy(owner)
    return { ...totals(loaded), accounts, sharedKeys }
  } finally {
    // On a lost connection there is nothing to put back, and why it was lost matters more.
    await app.query('reset synchronous_commit; reset app.network_id').catch(() => {})
  }
}

/** What the team and members of a network did since. */
async function tellOf(app: pg.ClientBase, network: Network, id: number, today: string) {
  for (const load of [
    loadTeamNotes,
    loadSupport,
    loadMemberSpace,
    loadProjectProposals,
    loadDispositifs,
    loadHolders,
    loadJury,
    loadExchanges,
  ])
    await load(app, network, id, today)
}

/** Accounts and all that is told of several networks, or by somebody, come last: whole, or not at all. */
async function atOnce<T>(app: pg.ClientBase, act: () => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    const result = await act()
    await app.query('commit')
    return result
  } catch (error) {
    await app.query('rollback').catch(() => {})
    throw error
  }
}

/** No account means that a former load was cut short, or that there was none. */
async function isComplete(owner: pg.ClientBase) {
  const { rowCount } = await owner.query(`select 1 from account where email like '%.demo' limit 1`)
  return rowCount !== 0
}

async function networkIds(owner: pg.ClientBase) {
  const { rows } = await owner.query<{ id: number; slug: string }>('select id, slug from network')
  return new Map(rows.map(({ id, slug }) => [slug, id]))
}

function totals(loaded: Loaded[]) {
  const sum = (key: 'organisations' | 'listed' | 'actors') =>
    loaded.reduce((total, one) => total + one[key], 0)
  return {
    networks: loaded,
    organisations: sum('organisations'),
    listed: sum('listed'),
    actors: sum('actors'),
  }
}
