import { Session } from 'node:inspector/promises'

/** Loading and migrating leave more garbage than there is product, and a process nobody asks anything keeps it. */
export async function handBackMemory() {
  const session = new Session()
  session.connect()
  await session.post('HeapProfiler.collectGarbage')
  session.disconnect()
}
