import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { freePort } from '#db/embedded/free-port.ts'
import type { PageHandler } from './app.ts'
import { buildFolder, markServed, writeBuild } from './build.ts'
import { nearRoutes, withRoutes } from './near-routes.ts'

export type Pages = {
  /** Vite's own scripts and styles carry no nonce: while developing there is no content policy. */
  development?: boolean
  clientDir: string
  handle: PageHandler
  load: () => Promise<void>
  close: () => Promise<void>
  before?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}

type Handler = (request: Request, load: Parameters<PageHandler>[1]) => Promise<Response>

/** Pages as built in this folder: a later build goes to another one and disturbs nobody. */
export function builtPages(folder: string): Pages {
  let handler: Handler | undefined
  return {
    clientDir: join(folder, 'client'),
    handle: (request, load) => {
      if (!handler) throw new Error('The pages are not loaded yet')
      return handler(request, load)
    },
    load: async () => {
      markServed(folder)
      const build = await importAsWritten(pathToFileURL(join(folder, 'server', 'index.js')))
      handler = handlerOf(build)
    },
    close: async () => {},
  }
}

/** Distinct sets of routes are few: a bound, should addresses be made up to find them all. */
const MOST_HANDLERS = 500

/** One handler for each set of routes that addresses of one shape can reach. */
function handlerOf(build: ServerBuild): Handler {
  const near = nearRoutes(build.routes)
  const whole = createRequestHandler(build, 'production')
  const handlers = new Map<string, Handler>()
  return (request, load) => {
    const ids = near(pathsAsked(new URL(request.url)))
    const key = ids.join(' ')
    let handler = handlers.get(key)
    if (!handler) {
      if (handlers.size >= MOST_HANDLERS) return whole(request, load)
      handler = createRequestHandler(withRoutes(build, ids), 'production')
      handlers.set(key, handler)
    }
    return handler(request, load)
  }
}

/** The page itself, the page whose data is asked, or the pages whose routes are. */
function pathsAsked({ pathname, searchParams }: URL): string[] {
  if (pathname === '/__manifest') return searchParams.getAll('p')
  if (!pathname.endsWith('.data')) return [pathname]
  const page = pathname.slice(0, -'.data'.length)
  return [pathname, page === '/_root' ? '/' : page]
}

/**
 * What Vite wrote is JavaScript already: the loader that reads our TypeScript would rewrite all of it
 * for its few `import()`, and the process would keep a source map three times its size.
 */
async function importAsWritten(entry: URL): Promise<ServerBuild> {
  const folder = new URL('./', entry).href
  const hooks = registerHooks({
    load: (url, context, next) =>
      url.startsWith(folder)
        ? { format: 'module', source: readFileSync(new URL(url), 'utf8'), shortCircuit: true }
        : next(url, context),
  })
  try {
    return await import(entry.href)
  } finally {
    hooks.deregister()
  }
}

/** Pages as they are being written: Vite serves the browser's part and reloads the server's. */
export function developmentPages(): Pages {
  let vite: import('vite').ViteDevServer | undefined
  const pages: Pages = {
    development: true,
    clientDir: 'app',
    handle: async (request, load) => {
      const build = (await vite!.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
      return createRequestHandler(build, 'development')(request, load)
    },
    load: async () => {
      const { createServer } = await import('vite')
      globalThis.importOwn = (id) => import(id)
      vite = await createServer({ server: { middlewareMode: true, hmr: { port: await freePort() } } })
      pages.before = vite.middlewares
    },
    close: async () => vite?.close(),
  }
  return pages
}

/** The folder of the pages of these very sources, built if they never were. */
export async function ensureBuilt(buildDir: string): Promise<string> {
  const folder = buildFolder(buildDir)
  if (!existsSync(folder)) await writeBuild(folder)
  return folder
}
