import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/** Set by the running server: imports one of its modules, the very one it uses itself. */
declare global {
  var importOwn: ((id: string) => Promise<Record<string, unknown>>) | undefined
}

const OWN = /^#(server|db|tenants|packages)\//
const ASKED = '\0own:'

/**
 * The server's own modules are loaded once, by Node: bundled into the pages they would exist twice
 * (two pools, two registries, `instanceof` that fails). While developing, Vite's loader would make a
 * second copy as well: it is handed the exports of the first.
 */
const loadedByNode: Plugin = {
  name: 'maillage-loaded-by-node',
  enforce: 'pre',
  resolveId(id, _importer, options) {
    if (!options?.ssr || !OWN.test(id)) return null
    return globalThis.importOwn ? ASKED + id : { id, external: true }
  },
  async load(asked) {
    if (!asked.startsWith(ASKED) || !globalThis.importOwn) return null
    const id = JSON.stringify(asked.slice(ASKED.length))
    const names = Object.keys(await globalThis.importOwn(JSON.parse(id)))
    return `const own = await globalThis.importOwn(${id})
${names.map((name) => `export const ${name} = own.${name}`).join('\n')}`
  },
}

export default defineConfig({
  publicDir: 'app/ui/public',
  plugins: [
    loadedByNode,
    tailwindcss(),
    remix({
      appDirectory: 'app',
      buildDirectory: process.env.MAILLAGE_BUILD ?? 'build/dev',
      serverModuleFormat: 'esm',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { target: 'es2022' },
})
