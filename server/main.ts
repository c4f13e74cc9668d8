import { mkdirSync } from 'node:fs'
import { connect, rawPool } from '#db/client.ts'
import { lockFolder } from '#db/embedded/folder-lock.ts'
import { supervise } from '#db/embedded/supervise.ts'
import { watchQueries } from '#db/slow-queries.ts'
import { loadNetworks } from '#tenants/load.ts'
import { configureLookup } from './crm/public.ts'
import { openDatabase, prepareDatabase } from './database.ts'
import { handBackMemory } from './hand-back-memory.ts'
import { createApp } from './http/app.ts'
import { buildFolder } from './http/build.ts'
import { listen } from './http/listen.ts'
import { measureQuery } from './http/metrics.ts'
import { builtPages, developmentPages, ensureBuilt, type Pages } from './http/pages.ts'
import { configureSignIn } from './identity/door/sign-in.server.ts'
import { configureOidc } from './identity/oidc/provider.server.ts'
import { configureSessions } from './identity/session/lucia.server.ts'
import { JOBS, QUEUED_JOBS } from './jobs.ts'
import { systemClock } from './kernel/clock.ts'
import { configureFiles } from './kernel/files/files.server.ts'
import { openFiles } from './kernel/files/open-files.server.ts'
import { startWorker } from './kernel/jobs.ts'
import { log } from './kernel/log.ts'
import { configureMail } from './kernel/mail/post-office.server.ts'
import { readNetworks } from './kernel/networks.ts'
import type { Settings } from './kernel/settings.ts'
import { step } from './kernel/step.ts'
import { MAILS } from './mails.ts'
import { configureOrigin, originOf } from './portal/public.ts'
import { renewReferentials } from './renew-referentials.ts'
import { close, type Running } from './running.ts'
import { onStop } from './stop.ts'

export type MainOptions = { role: 'all' | 'web' | 'worker'; development: boolean }

/** Starts; a start that fails, or is stopped on its way, leaves nothing behind. */
export async function main(settings: Settings, options: MainOptions) {
  const running: Running = { state: { starting: true, stopping: false } }
  const stop = onStop(() => close(running))
  try {
    await start(settings, options, running)
  } catch (error) {
    // What it stood on was taken away: the stop tells how it ended.
    if (stop.isAsked()) return
    const crash = (await running.embedded?.catch(() => null))?.cluster?.crash()
    await close(running).catch((fault) => log.error({ err: fault }, 'closing failed'))
    throw crash ?? error
  }
}

/** Start-up, read top to bottom. */
async function start(settings: Settings, { role, development }: MainOptions, running: Running) {
  const tenants = loadNetworks()
  mkdirSync(settings.dataDir, { recursive: true })
  const origin = settings.origin ?? `http://localhost:${settings.port}`
  const demo = settings.mode === 'demo'

  // The port and the folder are taken before anything slow or shared is touched: a second start stops here.
  const pages: Pages = development ? developmentPages() : builtPages(buildFolder(settings.buildDir))
  running.pages = pages
  if (role !== 'worker') {
    const app = createApp({
      origin,
      fixedOrigin: settings.origin,
      demo,
      clock: systemClock,
      state: running.state,
      clientDir: pages.clientDir,
      development: pages.development,
      pages: pages.handle,
      apiRateLimit: settings.apiRateLimit,
      metricsToken: settings.metricsToken,
      bounceToken: settings.mail.bounceToken,
      trustedProxyHeader: settings.trustedProxyHeader,
    })
    running.server = await listen(app, settings, pages)
  }
  if (!settings.database.owner) {
    running.lock = await lockFolder(settings.dataDir, () => console.error('arrêt du démarrage précédent…'))
  }

  if (!development && role !== 'worker') await ensureBuilt(settings.buildDir)
  if (running.state.stopping) return
  const opening = step('base de données', () => openDatabase(settings))
  if (running.lock) running.embedded = opening
  const { urls, cluster } = await opening
  const demoAccounts = await prepareDatabase(urls, settings.mode, tenants)
  watchQueries({
    slowMs: settings.slowQueryMs,
    onTime: measureQuery,
    onSlow: ({ at, ...slow }) => log.warn(slow, 'slow query'),
  })
  connect({
    url: urls.app,
    onError: (error) => log.warn({ error: error.message }, 'database connection lost'),
  })
  await readNetworks(rawPool(), tenants)
  await renewReferentials()
  configureFiles(openFiles(settings))
  configureMail({ mails: MAILS, origin, originOf, demo, mail: settings.mail })
  configureSessions(origin)
  configureOrigin(origin)
  configureSignIn({ demoAccounts: demo })
  configureOidc(settings.oidc)
  configureLookup(settings.lookup)
  if (role !== 'worker') await pages.load()

  if (running.state.stopping) return
  if (cluster) {
    running.unsupervise = supervise(cluster, (error) =>
      error
        ? log.error({ error: error.message }, 'embedded database does not restart')
        : log.warn('embedded database restarted'),
    )
  }
  if (role !== 'web') {
    const onError = (error: Error) => log.warn({ error: error.message }, 'job queue')
    running.worker = await startWorker(urls.app, JOBS, onError, QUEUED_JOBS)
  }

  await handBackMemory()
  if (running.state.stopping) return
  running.state.starting = false
  console.log(running.server ? `ready ${origin}` : 'ready worker')
  if (demoAccounts && running.server) {
    console.log(
      'comptes de démonstration : admin@so-cooperation.demo, staff@so-cooperation.demo, two@inter.demo — mot de passe maillage-demo',
    )
  }
}
