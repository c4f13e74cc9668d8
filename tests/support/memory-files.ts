import { readFile } from 'node:fs/promises'
import type { Files } from '#server/kernel/files/files.server.ts'

/** A store that lasts as long as the test; `kept` is what it holds. */
export function memoryFiles(given: Partial<Files> = {}): Files & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>()
  return {
    kept,
    scan: null,
    secret: 'a secret of the tests, long enough to be one',
    room: async () => ({ share: 0.5, bytes: 50e9 }),
    store: {
      put: async (key, bytes) => void kept.set(key, bytes),
      putFile: async (key, path) => void kept.set(key, await readFile(path)),
      read: async (key) =>
        kept.has(key) ? new Blob([kept.get(key) as Uint8Array<ArrayBuffer>]).stream() : null,
      get: async (key) => kept.get(key) ?? null,
      delete: async (key) => void kept.delete(key),
    },
    ...given,
  }
}
