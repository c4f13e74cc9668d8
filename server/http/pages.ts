import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { PageHandler } from './app.ts'
import { buildFolder, writeBuild } from './build.ts'

export type Pages = {
  clientDir: string
  handle: PageHandler
  load: () => Promise<void>
  close: () => Promise<void>
  before?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void
}

type Handler = (request: Request, load: Parameters<PageHandler>[1]) => Promise<Response>

/** Pages as built from these very sources: a later build goes to another folder and disturbs nobody. */
export function builtPages(buildDir: string): Pages {
  const folder = buildFolder(buildDir)
  let handler: Handler | undefined
  return {
    clientDir: join(folder, 'client'),
    handle: (request, load) => {
      if (!handler) throw new Error('The pages are not loaded yet')
      return handler(request, load)
    },
    load: async () => {
      const build: ServerBuild = await import(pathToFileURL(join(folder, 'server', 'index.js')).href)
      handler = createRequestHandler(build, 'production')
    },
    close: async () => {},
  }
}

/** Pages as they are being written: Vite serves the browser's part and reloads the server's. */
export function developmentPages(): Pages {
  let vite: import('vite').ViteDevServer | undefined
  const pages: Pages = {
    clientDir: 'app',
    handle: async (request, load) => {
      const build = (await vite!.ssrLoadModule('virtual:remix/server-build')) as ServerBuild
      return createRequestHandler(build, 'development')(request, load)
    },
    load: async () => {
      const { createServer } = await import('vite')
      vite = await createServer({ server: { middlewareMode: true } })
      pages.before = vite.middlewares
    },
    close: async () => vite?.close(),
  }
  return pages
}

export async function ensureBuilt(buildDir: string) {
  const folder = buildFolder(buildDir)
  if (!existsSync(folder)) await writeBuild(folder)
}
