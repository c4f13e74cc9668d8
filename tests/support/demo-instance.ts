import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Child, startChild } from '#tests/bench/child.ts'

/** The product with demonstration data of its own, for as long as `work` lasts. */
export async function withDemoInstance(work: (instance: Child) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'maillage-demo-'))
  const env = { PORT: String(await freePort()), DATA_DIR: folder, MAILLAGE_MODE: 'demo' }
  const instance = await startChild('server/cli/main.ts', ['start'], env)
  try {
    await work(instance)
  } finally {
    await instance.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
