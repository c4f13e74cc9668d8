import { existsSync, readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { freePort } from '#db/embedded/free-port.ts'
import type { PageHandler } from './app.ts'
import { buildFolder, markServed, writeBuild } from './build.ts'

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
      handler = createRequestHandler(build, 'production')
    },
    close: async () => {},
  }
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
