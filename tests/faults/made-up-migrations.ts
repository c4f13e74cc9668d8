import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach } from 'vitest'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of made-up migrations, gone after the test; in a folder given again, a file is changed. */
export function migrations(
  files: Record<string, string>,
  folder = mkdtempSync(join(tmpdir(), 'maillage-migrations-')),
) {
  folders.push(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return { folder, options: { migrations: pathToFileURL(`${folder}/`) } }
}
