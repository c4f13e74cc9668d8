import { execFileSync, spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { DatabaseError } from '../database-error.ts'

export type HostUser = { uid: number; gid: number } | Record<string, never>

/**
 * PostgreSQL refuses to run as root. Under root it runs as the machine's `postgres`, made if it
 * can be, and as `nobody` where users cannot be added. Elsewhere it runs as the person.
 */
export function hostUser(): HostUser {
  if (process.platform === 'win32' || userInfo().uid !== 0) return {}
  const known = lookUp('postgres')
  if (known) return known
  spawnSync('groupadd', ['--system', 'postgres'])
  spawnSync('useradd', [
    '--system',
    '--gid',
    'postgres',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const user = lookUp('postgres') ?? lookUp('nobody')
  if (!user)
    throw new DatabaseError(
      'PostgreSQL cannot run as root and this machine has no other user: start as an ordinary user',
    )
  return user
}

/** Whether that user can run this program where it stands (a clone under a 0700 folder: no). */
export function canRun(program: string, user: HostUser): boolean {
  return spawnSync(program, ['--version'], { ...user, cwd: '/', env: {} as NodeJS.ProcessEnv }).status === 0
}

function lookUp(name: string): HostUser | null {
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}
