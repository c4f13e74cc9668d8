import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore } from './file-store.ts'

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/

/** A folder of this machine, read by nobody else. */
export function localStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a storage key')
    return join(folder, key)
  }
  return {
    async put(key, bytes) {
      const place = placeOf(key)
      await mkdir(dirname(place), { recursive: true, mode: 0o700 })
      // Written beside, then named: a stop in the middle leaves no half file under the key.
      const beside = `${place}.${randomUUID()}`
      await writeFile(beside, bytes, { mode: 0o600, flush: true })
      await rename(beside, place)
    },
    async get(key) {
      try {
        return await readFile(placeOf(key))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
    delete: (key) => rm(placeOf(key), { force: true }),
  }
}
