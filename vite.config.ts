import { pathToFileURL } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

/**
 * The server's own modules are loaded once, by Node: bundled into the pages they would exist twice
 * (two pools, two registries, `instanceof` that fails).
 */
const loadedByNode: Plugin = {
  name: 'maillage-loaded-by-node',
  enforce: 'pre',
  resolveId(id, _importer, options) {
    if (!options?.ssr || !/^#(server|db|tenants|packages)\//.test(id)) return null
    if (this.environment?.mode === 'build') return { id, external: true }
    const path = `${process.cwd()}/${id.slice(1)}`
    return { id: pathToFileURL(path).href, external: true }
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
