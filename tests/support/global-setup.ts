import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '#db/open.ts'
import { bringUpToDate } from '#server/database.ts'
import { ensureBuilt } from '#server/http/pages.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { loadNetworks } from '#tenants/load.ts'

declare module 'vitest' {
  interface ProvidedContext {
    pages: string
    cluster: {
      port: number
      passwords: { superuser: string; owner: string; app: string; observatory: string }
    }
  }
}

/** A test cluster need not survive a power cut. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One PostgreSQL for the run; its database, migrated and with every network, is the template of each file's own. */
export default async function setup(project: TestProject) {
  // Given to every file: sources edited during the run must not send them to pages never built.
  project.provide('pages', await ensureBuilt(readSettings({}).buildDir))
  const folder = mkdtempSync(join(tmpdir(), 'maillage-test-'))
  const { cluster, urls } = await openEmbedded(folder, { settings: FAST })
  const owner = new pg.Client(urls.owner)
  await owner.connect()
  await bringUpToDate(owner, urls.owner, loadNetworks())
  await owner.end()
  project.provide('cluster', { port: cluster.port, passwords: cluster.passwords })
  return async () => {
    await cluster.stop()
    // As root it may be elsewhere than where it was asked.
    rmSync(dirname(cluster.folder), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}
