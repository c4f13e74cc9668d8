import type { SourceFile } from './repository.ts'

/** The rooms of the house, then the files a tool looks for by name at the root. */
const TOP_LEVEL = new Set([
  ...['app', 'server', 'db', 'tenants', 'packages', 'tests'],
  ...['package.json', 'tsconfig.json', 'fly.toml', 'README.md'],
  ...['package-lock.json', 'vite.config.ts', 'biome.json', '.gitignore', 'Dockerfile', '.dockerignore'],
  ...['.ci', 'LICENSE', 'CONTRIBUTING.md'],
])

/** One capability, one name in every layer. */
export const CAPABILITIES = [
  'identity',
  'crm',
  'directory',
  'projects',
  'membership',
  'governance',
  'newsroom',
  'events',
  'support',
  'dispositifs',
  'programmes',
  'observatory',
  'privacy',
  'portal',
]

/** What stands beside the capabilities in each layer, and belongs to none. */
const BESIDE = {
  app: ['ui', 'locales', 'desk', 'space', 'kernel', 'dev'],
  server: ['http', 'trpc', 'kernel', 'cli'],
  schema: ['kernel'],
}

const NAMES_THAT_INVITE_EVERYTHING = /^(services?|utils?|helpers?|misc|common|managers?)$/
/** Words of every page's frame, the glossary, maps, the list of all networks, notices and mails: namespaces of translations, not places for code. */
const SHARED_WORDS = /^app\/locales\/(fr|en)\/(common|glossary|mail|map|national|notifications)\.json$/

export const WARNS_ABOVE = 150
export const FAILS_ABOVE = 300

export function strangers(names: string[]): string[] {
  return names.filter((name) => !TOP_LEVEL.has(name))
}

export function vagueNames(paths: string[]): string[] {
  return paths.filter(
    (path) =>
      !SHARED_WORDS.test(path) &&
      path.split(/[/.-]/).some((word) => NAMES_THAT_INVITE_EVERYTHING.test(word.toLowerCase())),
  )
}

export function longerThan(most: number, files: SourceFile[]): string[] {
  return files
    .filter(({ path }) => /\.(ts|tsx|mjs|sql|css)$/.test(path) && !path.includes('/generated/'))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > most)
    .sort((a, b) => b.lines - a.lines)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

export function unnamedCapabilities(paths: string[]): string[] {
  const found = new Set(paths.flatMap((path) => capabilityNamed(path) ?? []))
  return [...found].filter((place) => !CAPABILITIES.includes(place.split('/').at(-1)!)).sort()
}

/** The place where a path names a capability: `server/crm`, `db/schema/crm`, `app/locales/fr/crm`. */
function capabilityNamed(path: string): string | null {
  const place =
    path.match(/^app\/locales\/(?:fr|en)\/[^/]+(?=\.json$)/)?.[0] ??
    path.match(/^db\/schema\/[^/]+(?=\.ts$)/)?.[0] ??
    path.match(/^(?:app|server)\/[^/]+(?=\/)/)?.[0]
  if (!place || SHARED_WORDS.test(path)) return null
  const [layer, name] = [place.split('/')[0]!, place.split('/').at(-1)!]
  const beside = layer === 'db' ? BESIDE.schema : BESIDE[layer as 'app' | 'server']
  return beside.includes(name) ? null : place
}

const LONGEST_README = 25

/** Each top-level folder, and each folder directly under server/ and packages/, says what it is. */
export function readmeFaults(files: SourceFile[]): string[] {
  const folders = new Set(
    files.flatMap(({ path }) => path.match(/^(?:(?:server|packages)\/[^/]+|[^./][^/]*)(?=\/)/)?.[0] ?? []),
  )
  for (const room of ['server', 'packages'])
    if (files.some(({ path }) => path.startsWith(room))) folders.add(room)
  return [...folders].sort().flatMap((folder) => {
    const readme = files.find(({ path }) => path === `${folder}/README.md`)
    if (!readme) return [`${folder}: no README.md`]
    const lines = readme.text.replace(/\n$/, '').split('\n').length
    return lines > LONGEST_README ? [`${folder}/README.md: ${lines} lines, at most ${LONGEST_README}`] : []
  })
}
