import pg from 'pg'
import { loadDemo } from '#db/demo/load.ts'
import { migrate } from '#db/migrate.ts'
import { oneAtATime } from '#db/one-at-a-time.ts'
import { type DatabaseUrls, type OpenDatabase, openEmbedded, openExternal } from '#db/open.ts'
import type { Network } from '#tenants/schema.ts'
import { hashPassword } from './identity/public.ts'
import { JOBS, QUEUED_JOBS } from './jobs.ts'
import { systemClock, today } from './kernel/clock.ts'
import { installJobs } from './kernel/jobs.ts'
import { writeNetworks } from './kernel/networks.ts'
import type { Settings } from './kernel/settings.ts'
import { step } from './kernel/step.ts'

export const DEMO_PASSWORD = 'maillage-demo'

/** Brings an open database to this version, with the networks of tenants/ and, in demo mode, their data. True when demo accounts are there. */
export async function prepareDatabase(
  urls: DatabaseUrls,
  mode: Settings['mode'],
  tenants: Network[],
): Promise<boolean> {
  const owner = await clientOf(urls.owner)
  try {
    await step('migrations', () => bringUpToDate(owner, urls.owner, tenants))
    return mode === 'demo' && (await fillIfEmpty(owner, urls.app))
  } finally {
    await owner.end().catch(() => {})
  }
}

export function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { owner, app, observatory } = settings.database
  return owner ? openExternal({ owner, app, observatory }) : openEmbedded(settings.dataDir)
}

/** The names of the migrations and functions that were new. */
export async function bringUpToDate(
  owner: pg.Client,
  ownerUrl: string,
  tenants: Network[],
): Promise<string[]> {
  return oneAtATime(owner, async () => {
    const applied = await migrate(owner)
    await installJobs(owner, ownerUrl, JOBS, QUEUED_JOBS)
    await writeNetworks(owner, tenants)
    return applied
  })
}

/** Demo data on a database that has no account yet; true when demo accounts are there. Accounts come last, all at once: a load that was cut short has none, and is completed. */
async function fillIfEmpty(owner: pg.Client, appUrl: string): Promise<boolean> {
  const { any, demo } = await accounts(owner)
  if (any) return demo
  const app = await clientOf(appUrl)
  try {
    return await oneAtATime(app, async () => {
      if ((await accounts(owner)).any) return true
      const passwordHash = await hashPassword(DEMO_PASSWORD)
      await step('données de démonstration', () =>
        loadDemo({ owner, app }, { today: today(systemClock, 'Europe/Paris'), passwordHash }),
      )
      return true
    })
  } finally {
    await app.end().catch(() => {})
  }
}

async function accounts(owner: pg.Client) {
  const { rows } = await owner.query<{ any: boolean; demo: boolean }>(
    `select exists (select 1 from account) as any, exists (select 1 from account where email like '%.demo') as demo`,
  )
  return rows[0]!
}

async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  // Its query says it too; without a listener, a lost connection would end the process.
  client.on('error', () => {})
  await client.connect()
  return client
}
