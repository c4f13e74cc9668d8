import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type SourceFile = { path: string; text: string }

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Hidden folders hold the state of people's own tools; this one is the repository's. */
const HIDDEN_BUT_OURS = '.ci'
const NEVER_TEXT = /\.(png|jpg|webp|woff2|ico|pdf|gz|br)$/

let files: SourceFile[] | undefined

/** Every file somebody wrote, committed or about to be: .gitignore says what is not one. */
export function repositoryFiles(): SourceFile[] {
  files ??= paths('').map((path) => ({ path, text: NEVER_TEXT.test(path) ? '' : read(path) }))
  return files
}

export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** Files and folders of the root, by name. */
export const topLevelNames = () => entries('').map(({ name }) => name)

function paths(folder: string): string[] {
  return entries(folder).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    return entry.isDirectory() ? paths(path) : entry.isFile() ? [path] : []
  })
}

function entries(folder: string) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).filter((entry) => {
    if (entry.isDirectory() && entry.name.startsWith('.') && entry.name !== HIDDEN_BUT_OURS) return false
    return !isIgnored(entry.name)
  })
}

let patterns: RegExp[] | undefined

/** Our .gitignore holds names, with stars. */
function isIgnored(name: string): boolean {
  patterns ??= read('.gitignore')
    .split('\n')
    .map((line) => line.trim().replace(/\/$/, ''))
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => new RegExp(`^${line.replaceAll('.', '\\.').replaceAll('*', '.*')}$`))
  return patterns.some((pattern) => pattern.test(name))
}
