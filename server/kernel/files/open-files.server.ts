import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '#server/kernel/settings.ts'
import type { Files, Room } from './files.server.ts'
import { localStore } from './local-store.server.ts'
import { s3Store } from './s3-store.server.ts'
import { clamavScanner } from './scan.server.ts'

/** The store, the antivirus and the key of signed links, as the settings say. */
export function openFiles({ dataDir, s3, clamavUrl, secretKey }: Settings): Files {
  return {
    store: s3 ? s3Store(s3) : localStore(join(dataDir, 'files')),
    scan: clamavUrl ? clamavScanner(clamavUrl) : null,
    room: () => roomOf(dataDir),
    secret: secretKey ?? ownSecret(join(dataDir, 'secret-key')),
  }
}

async function roomOf(dataDir: string): Promise<Room> {
  const { bavail, blocks, bsize } = await statfs(dataDir)
  return { share: bavail / blocks, bytes: bavail * bsize }
}

/** Made at the first start; two processes starting together keep the first one's. */
function ownSecret(path: string): string {
  try {
    writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8')
}
