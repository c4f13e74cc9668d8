import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const NOT_CLONED = ['node_modules', 'build', '.data', '.git', 'test-results']

/**
 * The sources as a clone has them, with packages of its own, in a new folder closed to others;
 * given to another user if asked.
 */
export function copiedCheckout(owner?: number) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-clone-'))
  const root = join(folder, 'maillage')
  mkdirSync(root)
  for (const name of readdirSync(ROOT).filter((one) => !NOT_CLONED.includes(one))) {
    cpSync(join(ROOT, name), join(root, name), { recursive: true })
  }
  if (owner !== undefined) spawnSync('chown', ['-R', `${owner}:${owner}`, folder])
  const packages = join(root, 'node_modules')
  copyPackages(join(ROOT, 'node_modules'), packages)
  // Their folders only: the files may be the same as those of the checkout.
  if (owner !== undefined)
    spawnSync('find', [packages, '-type', 'd', '-exec', 'chown', `${owner}:${owner}`, '{}', '+'])
  return { folder, root }
}

/** Links to the same files where the folders share a disk, which takes seconds instead of minutes. */
function copyPackages(from: string, to: string) {
  // The checkout may itself have its packages behind a link.
  const real = realpathSync(from)
  if (spawnSync('cp', ['-al', real, to]).status === 0) return
  spawnSync('rm', ['-rf', to])
  spawnSync('cp', ['-a', real, to])
}
