import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseError, DISK_FULL } from '../database-error.ts'
import type { Installation } from './binaries.ts'

export type Outcome = { code: number | null; output: string }

/** Runs one of PostgreSQL's programs as the database's user, to its end. */
export function run(
  installation: Installation,
  program: 'initdb' | 'pg_ctl',
  args: string[],
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env.PATH ?? '', LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
    const child = spawn(join(installation.bin, program), args, {
      ...installation.user,
      cwd: '/',
      env,
      // The server inherits what pg_ctl holds: pipes would never close, so only initdb gets them.
      stdio: program === 'initdb' ? ['ignore', 'pipe', 'pipe'] : 'ignore',
      // Ctrl-C reaches the whole foreground group: in a session of its own, pg_ctl finishes what it began.
      detached: process.platform !== 'win32',
    })
    let output = ''
    child.stdout?.on('data', (chunk) => (output += chunk))
    child.stderr?.on('data', (chunk) => (output += chunk))
    child.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new DatabaseError(
          `The PostgreSQL that comes with Maillage does not run on this machine (${program}: ${error.code}): set DATABASE_URL to a PostgreSQL 16 or newer`,
        ),
      ),
    )
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** The line that says why, among all that a program wrote. */
export function reasonIn(output: string): string {
  const lines = output.trim().split('\n')
  const telling = lines.filter((line) => /(FATAL|PANIC|ERROR|error|could not)/.test(line))
  const line = telling.at(-1) ?? lines.at(-1) ?? ''
  return line.replace(/^.*(FATAL|PANIC|ERROR|error): +/, '') || 'it wrote no reason'
}

export function failure(sentence: string, output: string): DatabaseError {
  if (/No space left on device|Disk quota exceeded/.test(output)) return new DatabaseError(DISK_FULL)
  return new DatabaseError(`${sentence}: ${reasonIn(output)}`)
}
