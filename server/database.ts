import pg from 'pg'
import { loadDemo } from '#db/demo/load.ts'
import { migrate } from '#db/migrate.ts'
import { type OpenDatabase, openEmbedded, openExternal } from '#db/open.ts'
import type { Network } from '#tenants/schema.ts'
import { step } from './cli/step.ts'
import { hashPassword } from './identity/public.ts'
import { JOBS } from './jobs.ts'
import { systemClock, today } from './kernel/clock.ts'
import { installJobs } from './kernel/jobs.ts'
import { writeNetworks } from './kernel/networks.ts'
import type { Settings } from './kernel/settings.ts'

export const DEMO_PASSWORD = 'maillage-demo'

export type PreparedDatabase = OpenDatabase & { demoAccounts: boolean }

/** From settings to a database of this version, with the networks of tenants/ and, in demo mode, their data. */
export async function prepareDatabase(settings: Settings, tenants: Network[]): Promise<PreparedDatabase> {
  const opened = await step('base de données', () => openDatabase(settings))
  const owner = new pg.Client(opened.urls.owner)
  owner.on('error', () => {})
  await owner.connect()
  try {
    await step('migrations', () => bringUpToDate(owner, opened.urls.owner, tenants))
    const demoAccounts = settings.mode === 'demo' && (await fillIfEmpty(owner, opened.urls.app))
    return { ...opened, demoAccounts }
  } finally {
    await owner.end()
  }
}

export function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const { owner, app, observatory } = settings.database
  return owner ? openExternal({ owner, app, observatory }) : openEmbedded(settings.dataDir)
}

export async function bringUpToDate(owner: pg.Client, ownerUrl: string, tenants: Network[]) {
  await migrate(owner)
  await installJobs(owner, ownerUrl, JOBS)
  await writeNetworks(owner, tenants)
}

/** Demo data on a database that has no account yet; true when demo accounts are there. */
async function fillIfEmpty(owner: pg.Client, appUrl: string): Promise<boolean> {
  const { rows } = await owner.query<{ any: boolean; demo: boolean }>(
    `select exists (select 1 from account) as any, exists (select 1 from account where email like '%.demo') as demo`,
  )
  if (rows[0]!.any) return rows[0]!.demo
  const app = new pg.Client(appUrl)
  await app.connect()
  try {
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    await step('données de démonstration', () =>
      loadDemo({ owner, app }, { today: today(systemClock, 'Europe/Paris'), passwordHash }),
    )
    return true
  } finally {
    await app.end()
  }
}
