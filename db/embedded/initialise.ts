import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { type Installation, own } from './binaries.ts'
import type { HostUser } from './host-user.ts'
import { failure, run } from './programs.ts'

const MAKING = 'data.making.'
const INITDB = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** Random words made with the cluster; the superuser never leaves this machine. */
export type ClusterPasswords = { superuser: string; owner: string; app: string; observatory: string }

/**
 * Makes the cluster beside its place and moves it there at the end: a start killed in the middle
 * leaves nothing that looks like a database, and a database is never taken for such remains.
 */
export async function initialiseOnce(installation: Installation, folder: string, data: string) {
  const passwordsFile = join(folder, 'passwords.json')
  if (existsSync(data)) {
    refuseAnothers(data, installation.user)
    if (existsSync(passwordsFile)) return
    throw new DatabaseError(
      `The database in ${data} has lost ${passwordsFile}: put that file back, or move ${folder} away to begin with an empty database`,
    )
  }
  forgetRemains(folder)
  const making = join(folder, `${MAKING}${process.pid}`)
  const word = () => randomBytes(24).toString('base64url')
  const passwords: ClusterPasswords = { superuser: word(), owner: word(), app: word(), observatory: word() }
  const superuserFile = `${making}.password`
  writeFileSync(superuserFile, passwords.superuser, { mode: 0o600 })
  own(superuserFile, installation.user)
  const { code, output } = await run(installation, 'initdb', [
    `--pgdata=${making}`,
    '--auth=scram-sha-256',
    '--username=postgres',
    `--pwfile=${superuserFile}`,
    ...INITDB,
  ])
  rmSync(superuserFile, { force: true })
  if (code !== 0) throw failure(`The database could not be created in ${data}`, output)
  rmSync(passwordsFile, { force: true })
  writeFileSync(passwordsFile, JSON.stringify(passwords), { mode: 0o600 })
  renameSync(making, data)
}

/** PostgreSQL starts on its own user's folder only; what that user wrote, another could not even read. */
function refuseAnothers(data: string, user: HostUser) {
  const ours = 'uid' in user ? user.uid : process.getuid?.()
  if (ours === undefined || statSync(data).uid === ours) return
  throw new DatabaseError(
    `The database in ${data} was made by another user of this machine: start as that user, or with another DATA_DIR`,
  )
}

/** What a killed start was making; what its initdb may still be writing is left for a later start. */
function forgetRemains(folder: string) {
  for (const name of readdirSync(folder).filter((one) => one.startsWith(MAKING))) {
    try {
      rmSync(join(folder, name), { recursive: true, force: true })
    } catch {}
  }
}
