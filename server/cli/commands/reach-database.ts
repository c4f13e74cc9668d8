import { mkdirSync } from 'node:fs'
import { lockFolder } from '#db/embedded/folder-lock.ts'
import { runningCluster } from '#db/embedded/running-cluster.ts'
import { type DatabaseUrls, EMBEDDED_DATABASE, embeddedUrls, externalUrls } from '#db/open.ts'
import { openDatabase } from '#server/database.ts'
import { type Settings, StartError } from '#server/kernel/settings.ts'
import { step } from '#server/kernel/step.ts'

/** Where the database is: as configured, or the embedded one if it runs. Nothing is started. */
export async function reachDatabase(settings: Settings): Promise<DatabaseUrls | null> {
  const { owner, app, observatory } = settings.database
  if (owner) return externalUrls({ owner, app, observatory })
  const cluster = await runningCluster(settings.dataDir)
  return cluster && embeddedUrls(cluster, EMBEDDED_DATABASE)
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const

/** Opens the database for this work; an embedded one that was stopped is stopped again, Ctrl-C included. */
export async function withDatabase<T>(
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
): Promise<T> {
  const { dataDir } = settings
  const wasRunning = Boolean(settings.database.owner) || (await runningCluster(dataDir)) !== null
  if (!wasRunning) mkdirSync(dataDir, { recursive: true })
  // A start meanwhile would lose its database when this work ends.
  const lock = wasRunning ? null : await lockFolder(dataDir)
  let interrupt = () => {}
  const interrupted = new Promise<never>((_, reject) => {
    interrupt = () => reject(new StartError('Interrompu.'))
  })
  interrupted.catch(() => {}) // it may come before anything waits for it
  for (const signal of SIGNALS) process.on(signal, interrupt)
  try {
    const { urls, cluster } = await step('base de données', () => openDatabase(settings))
    try {
      return await Promise.race([work(urls), interrupted])
    } finally {
      if (!wasRunning) await cluster?.stop()
    }
  } finally {
    lock?.release()
    for (const signal of SIGNALS) process.off(signal, interrupt)
  }
}
