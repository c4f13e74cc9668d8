import { mkdirSync } from 'node:fs'
import { connect, disconnect, rawPool } from '#db/client.ts'
import { supervise } from '#db/embedded/supervise.ts'
import { loadNetworks } from '#tenants/load.ts'
import { prepareDatabase } from './database.ts'
import { createApp } from './http/app.ts'
import { listen } from './http/listen.ts'
import { builtPages, developmentPages, ensureBuilt, type Pages } from './http/pages.ts'
import type { Readiness } from './http/readiness.ts'
import { configureSignIn } from './identity/door/sign-in.server.ts'
import { configureSessions } from './identity/session/lucia.server.ts'
import { JOBS } from './jobs.ts'
import { systemClock } from './kernel/clock.ts'
import { startWorker, type Worker } from './kernel/jobs.ts'
import { log } from './kernel/log.ts'
import { readNetworks } from './kernel/networks.ts'
import type { Settings } from './kernel/settings.ts'
import { onStop } from './stop.ts'

export type MainOptions = { role: 'all' | 'web' | 'worker'; development: boolean }

/** Start-up, read top to bottom. */
export async function main(settings: Settings, { role, development }: MainOptions) {
  mkdirSync(settings.dataDir, { recursive: true })
  const tenants = loadNetworks()
  const state: Readiness = { starting: true, stopping: false }
  const origin = settings.origin ?? `http://localhost:${settings.port}`

  // The port is taken before anything slow or shared is touched: a second start stops here.
  const pages: Pages = development ? developmentPages() : builtPages(settings.buildDir)
  const demo = settings.mode === 'demo'
  const app = createApp({
    origin,
    fixedOrigin: settings.origin,
    demo,
    clock: systemClock,
    state,
    clientDir: pages.clientDir,
    pages: pages.handle,
    apiRateLimit: settings.apiRateLimit,
    metricsToken: settings.metricsToken,
    trustedProxyHeader: settings.trustedProxyHeader,
  })
  const server = role === 'worker' ? null : await listen(app, settings, pages)

  if (!development && role !== 'worker') await ensureBuilt(settings.buildDir)
  const database = await prepareDatabase(settings, tenants)
  connect({
    url: database.urls.app,
    onError: (error) => log.warn({ error: error.message }, 'database connection lost'),
  })
  await readNetworks(rawPool(), tenants)
  configureSessions(origin)
  configureSignIn({ demoAccounts: demo })
  if (role !== 'worker') await pages.load()

  let worker: Worker | null = null
  const unsupervise = database.cluster
    ? supervise(database.cluster, (error) =>
        log.warn({ error: error?.message }, 'embedded database restarted'),
      )
    : () => {}
  if (role !== 'web') {
    worker = await startWorker(database.urls.app, JOBS, (error) =>
      log.warn({ error: error.message }, 'job queue'),
    )
  }

  onStop(async () => {
    state.stopping = true
    unsupervise()
    await server?.close()
    await worker?.stop()
    await pages.close()
    await disconnect()
    await database.cluster?.stop()
  })
  state.starting = false
  if (server) console.log(`ready ${origin}`)
  else console.log('ready worker')
  if (demo && server && database.demoAccounts) {
    console.log(
      'comptes de démonstration : admin@so-cooperation.demo, staff@so-cooperation.demo, two@inter.demo — mot de passe maillage-demo',
    )
  }
}
