import type { FileStore } from './file-store.ts'
import type { Scanner } from './scan.server.ts'

/** Left for files: its part of the whole disk, and bytes. */
export type Room = { share: number; bytes: number }
export type Files = { store: FileStore; scan: Scanner | null; secret: string; room: () => Promise<Room> }

let configured: Files | undefined

/** Said once, at start. */
export function configureFiles(files: Files) {
  configured = files
}

export function files(): Files {
  if (!configured) throw new Error('The file store is not configured')
  return configured
}
