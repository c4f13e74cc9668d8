import type { SourceFile } from './repository.ts'
import { importsOf, isCode, isTest } from './syntax.ts'

/**
 * What a page's browser half may take from the server. Remix removes loader and action from route
 * modules, with the imports only they use, and refuses to build if a `.server` file is left; no such
 * care is taken of the pieces pages are made of, so those take types, schemas and pure rules only.
 */
export function serverInPieces(files: SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return files
    .filter((file) => isCode(file) && !isTest(file) && isPiece(file, routeModules(files)))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ to, typeOnly }) => !typeOnly && to?.startsWith('server/') && !isPure(to, byPath))
        .map(({ to, line }) => `${file.path}:${line} imports ${to}`),
    )
}

/** What app/routes.ts names; Remix treats root.tsx the same way. */
function routeModules(files: SourceFile[]): Set<string> {
  const routes = files.find(({ path }) => path === 'app/routes.ts')?.text ?? ''
  return new Set([
    'app/root.tsx',
    ...[...routes.matchAll(/'([\w/-]+\.tsx)'/g)].map(([, path]) => `app/${path}`),
  ])
}

function isPiece({ path }: SourceFile, routes: Set<string>) {
  return path.startsWith('app/') && !/\.server\.tsx?$/.test(path) && !routes.has(path)
}

const SAFE_PACKAGES = new Set(['zod'])

/** Reads nothing, opens nothing, and neither does anything it imports. */
function isPure(path: string, byPath: Map<string, SourceFile>, seen = new Set<string>()): boolean {
  if (seen.has(path)) return true
  seen.add(path)
  const file = byPath.get(path)
  if (!file || /\.server\.tsx?$/.test(path) || path.startsWith('db/')) return false
  return importsOf(file).every(({ to, text, typeOnly }) => {
    if (typeOnly) return true
    return to === null ? SAFE_PACKAGES.has(text) : isPure(to, byPath, seen)
  })
}

/** Words that only the server's own code and packages contain. */
const SERVER_ONLY = ['drizzle', 'pg-pool', 'pg-boss', 'current_setting', 'maillage_app', 'argon2', 'node:fs']

export function serverInAssets(assets: SourceFile[]): string[] {
  return assets.flatMap(({ path, text }) =>
    SERVER_ONLY.filter((word) => text.includes(word)).map((word) => `${path} contains ${word}`),
  )
}
