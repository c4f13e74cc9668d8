import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBinaries } from './binaries.ts'
import { type Cluster, openCluster } from './cluster.ts'
import { livingPostmaster } from './postmaster.ts'

/** The cluster of `dataDir` if its server runs; none is made, none is started. */
export async function runningCluster(dataDir: string): Promise<Cluster | null> {
  if (!existsSync(dataDir)) return null
  const place = findBinaries().place(dataDir)
  if (!livingPostmaster(join(place, 'postgresql', 'data'))) return null
  const cluster = await openCluster(dataDir)
  await cluster.start() // it runs: this only reads its port
  return cluster
}
