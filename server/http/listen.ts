import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { StartError } from '#server/kernel/settings.ts'
import type { HttpEnv } from './env.ts'
import type { Pages } from './pages.ts'

export type Listening = { close: () => Promise<void>; port: number }

export async function listen(
  app: Hono<HttpEnv>,
  { port, host }: { port: number; host: string },
  pages: Pick<Pages, 'before'>,
): Promise<Listening> {
  const answer = getRequestListener(app.fetch)
  const server = createServer((request, response) => {
    if (pages.before) pages.before(request, response, () => void answer(request, response))
    else void answer(request, response)
  })
  server.requestTimeout = 60_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, host, port)))
    server.listen(port, host, resolve)
  })
  return { close: () => drain(server), port: (server.address() as { port: number }).port }
}

function explain(error: NodeJS.ErrnoException, host: string, port: number) {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is taken: stop what uses it, or start with another one (PORT=3100 npm start).`,
    )
  if (error.code === 'EACCES')
    return new StartError(`This user may not use port ${port}: choose one above 1024 (PORT=3100 npm start).`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST ${host} is not an address of this machine.`)
  return error
}

/** A client that never ends its request must not keep the others from a clean end. */
const DRAIN_MS = 15_000

/** Takes no new request, finishes those begun. */
function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    const timer = setInterval(() => server.closeIdleConnections(), 200)
    timer.unref()
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref()
  })
}
