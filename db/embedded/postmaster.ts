import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What a PostgreSQL server writes of itself in postmaster.pid. */
export type Postmaster = { pid: number; port: number; state: string }

/** The server of this data folder, if it lives. */
export function livingPostmaster(data: string): Postmaster | null {
  const written = read(data)
  return written && isServerOf(written.pid, data) ? written : null
}

/**
 * After a machine or a container restarted, the number in a postmaster.pid left behind may be that of
 * another program: PostgreSQL then refuses to start, believing it is itself.
 */
export function forgetStranger(data: string) {
  const written = read(data)
  if (written && isAlive(written.pid) && !isServerOf(written.pid, data)) rmSync(join(data, 'postmaster.pid'))
}

function read(data: string): Postmaster | null {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    const [pid, , , port] = lines
    return { pid: Number(pid), port: Number(port), state: lines[7]?.trim() ?? 'starting' }
  } catch {
    return null
  }
}

function isServerOf(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false
  const words = commandOf(pid)
  // Where a command cannot be read, a living process is taken for the server: the safe error.
  if (!words) return true
  if (!/^postgres(\.exe)?$/.test(basename(words[0] ?? ''))) return false
  const folder = words[words.indexOf('-D') + 1]
  return !folder || sameFolder(folder, data)
}

function commandOf(pid: number): string[] | null {
  try {
    if (process.platform === 'linux') {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    }
    if (process.platform === 'win32') return null
    const { status, stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return status === 0 ? stdout.trim().split(' ') : null
  } catch {
    return null
  }
}

function sameFolder(one: string, other: string) {
  try {
    return realpathSync(one) === realpathSync(other)
  } catch {
    return true
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
