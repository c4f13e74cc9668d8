import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Looks upwards from this module: bundled into a server build, it no longer sits beside the files it reads.
 */
export const readGeneratedFile = (name: string): string => {
  const path = join('packages', 'referentials', 'generated', name)
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, path))) return readFileSync(join(folder, path), 'utf8')
    if (folder === dirname(folder)) throw new Error(`${path} is not above the running module`)
  }
}
