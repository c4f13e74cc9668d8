/** Where bytes are kept. Keys are ours and random; nothing of a person's file name reaches it. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** The same, of a file of this machine, never wholly in memory. */
  putFile(key: string, path: string): Promise<void>
  /** Null when there is nothing under this key. */
  get(key: string): Promise<Uint8Array | null>
  /** The same, a piece at a time. */
  read(key: string): Promise<ReadableStream<Uint8Array> | null>
  /** Deleting what is not there succeeds. */
  delete(key: string): Promise<void>
}
