import { serve } from '@hono/node-server'
import pg from 'pg'
import { connect, rawPool } from '#db/client.ts'
import { createApp } from '#server/http/app.ts'
import { builtPages, ensureBuilt } from '#server/http/pages.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { readSettings } from '#server/kernel/settings.ts'

/** The same pages with constant data: each statement is answered from memory after its first time. */
const url = process.argv[2]!
connect({ url })
await readNetworks(rawPool())
const known = new Map<string, unknown>()
const ask = pg.Pool.prototype.query as unknown as (...args: unknown[]) => Promise<unknown>
pg.Pool.prototype.query = async function (this: pg.Pool, ...args: unknown[]) {
  const key = JSON.stringify(args)
  if (!known.has(key)) known.set(key, await ask.apply(this, args))
  return known.get(key)
} as never
const pages = builtPages(await ensureBuilt(readSettings().buildDir))
await pages.load()
const app = createApp({
  origin: 'http://localhost',
  demo: true,
  clock: systemClock,
  state: { starting: false, stopping: false },
  clientDir: pages.clientDir,
  pages: pages.handle,
  apiRateLimit: 0,
})
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  console.log(`ready http://127.0.0.1:${port}`),
)
process.on('disconnect', () => process.exit(0))
