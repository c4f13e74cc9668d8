import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { FileStore } from './file-store.ts'

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{62}$/

/** A folder of this machine, read by nobody else. */
export function localStore(folder: string): FileStore {
  const placeOf = (key: string) => {
    if (!KEY.test(key)) throw new Error('not a storage key')
    return join(folder, key)
  }
  // Written beside, then named: a stop in the middle leaves no half file under the key.
  const kept = async (key: string, write: (beside: string) => Promise<void>) => {
    const place = placeOf(key)
    await mkdir(dirname(place), { recursive: true, mode: 0o700 })
    const beside = `${place}.${randomUUID()}`
    await write(beside)
    await rename(beside, place)
  }
  return {
    put: (key, bytes) => kept(key, (beside) => writeFile(beside, bytes, { mode: 0o600, flush: true })),
    putFile: (key, path) =>
      kept(key, async (beside) => {
        await copyFile(path, beside)
        const file = await open(beside, 'r+')
        try {
          await file.chmod(0o600)
          await file.sync()
        } finally {
          await file.close()
        }
      }),
    async read(key) {
      try {
        const file = await open(placeOf(key))
        return Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array>
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
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
