import { type OutgoingHttpHeaders, request as send } from 'node:http'
import { afterAll, beforeAll, inject } from 'vitest'
import { type AppOptions, createApp } from '#server/http/app.ts'
import { type Listening, listen } from '#server/http/listen.ts'
import { builtPages } from '#server/http/pages.ts'
import { systemClock } from '#server/kernel/clock.ts'

export type Answer = { status: number; headers: Record<string, string | string[] | undefined>; text: string }
type Sent = { method?: string; headers?: OutgoingHttpHeaders; body?: string | string[] }

/** The product on a real port, for what only a real connection has: its Host, its chunks, its address. */
export function useListening(options: Partial<AppOptions> = {}) {
  let server: Listening
  beforeAll(async () => {
    const pages = builtPages(inject('pages'))
    await pages.load()
    const app = createApp({
      origin: 'http://maillage.test',
      demo: false,
      clock: systemClock,
      state: { starting: false, stopping: false },
      clientDir: pages.clientDir,
      pages: pages.handle,
      apiRateLimit: 0,
      ...options,
    })
    server = await listen(app, { port: 0, host: '127.0.0.1' }, pages)
  })
  afterAll(() => server.close())
  /** A body given in several pieces is sent in chunks, its length untold. */
  return ({ path, method = 'GET', headers = {}, body }: Sent & { path: string }) =>
    new Promise<Answer>((resolve, reject) => {
      const told = typeof body === 'string' ? { 'content-length': Buffer.byteLength(body) } : {}
      const call = send(
        { agent: false, port: server.port, path, method, headers: { ...told, ...headers } },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (piece) => (text += piece))
          response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, text }))
        },
      )
      // The server may answer and hang up before it has read everything: its answer is what counts.
      call.on('error', reject)
      for (const piece of [body ?? []].flat()) call.write(piece)
      call.end()
    })
}
