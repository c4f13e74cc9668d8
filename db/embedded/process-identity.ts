import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * A word for one process that no later process has, its number used again or the machine restarted:
 * the boot and the moment it began. Null when there is no such process.
 */
export function identityOf(pid: number): string | null {
  if (!Number.isInteger(pid) || pid < 1) return null
  if (process.platform === 'linux') return onLinux(pid)
  if (process.platform === 'win32') return isThere(pid) ? String(pid) : null
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 ? `${pid} ${stdout.trim()}` : null
}

function onLinux(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // After the name, which may hold anything in its parentheses: state first, start time 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? null : `${pid} ${boot} ${fields[19]}`
  } catch {
    return null
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
