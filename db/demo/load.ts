import type pg from 'pg'
import { loadNetworks } from '#tenants/load.ts'
import type { Network } from '#tenants/schema.ts'
import { demoAccounts } from './accounts.ts'
import { afterLoad } from './after-load.ts'
import { tieListings } from './listing-ties.ts'
import { loadAccounts } from './load-accounts.ts'
import { loadExchanges } from './load-exchanges.ts'
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
    const fresh = loaded.filter(({ skipped }) => !skipped).map(({ slug }) => slug)
    await tieProjects(app, ids, fresh)
    const sharedKeys = (await isUnfinished(owner, loaded)) ? await afterLoad(owner, app) : 0
    await tieListings(app, ids, fresh)
    const accounts = await loadAccounts(app, demoAccounts(networks, today), ids, passwordHash)
    for (const [index, { slug, skipped }] of loaded.entries()) {
      if (skipped) continue
      await loadTeamNotes(app, networks[index]!, ids.get(slug)!, today)
      await loadSupport(app, networks[index]!, ids.get(slug)!, today)
      await loadMemberSpace(app, networks[index]!, ids.get(slug)!, today)
      await loadProjectProposals(app, networks[index]!, ids.get(slug)!, today)
      await loadExchanges(app, networks[index]!, ids.get(slug)!, today)
    }
    return { ...totals(loaded), accounts, sharedKeys }
  } finally {
    // On a lost connection there is nothing to put back, and why it was lost matters more.
    await app.query('reset synchronous_commit; reset app.network_id').catch(() => {})
  }
}

/** Accounts are written last, all at once: none means that a former load was cut short. */
async function isUnfinished(owner: pg.ClientBase, loaded: Loaded[]) {
  const { rowCount } = await owner.query(`select 1 from account where email like '%.demo' limit 1`)
  return rowCount === 0 || loaded.some(({ skipped }) => !skipped)
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
