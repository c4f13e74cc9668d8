import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadNetworks } from '#tenants/load.ts'
import type { Network } from '#tenants/schema.ts'

/** Writes the folder in one move, and takes it away again if the networks no longer load with it. */
export function writeNetwork(folder: string, slug: string, text: string): Network {
  const draft = join(folder, `.${slug}-${process.pid}`) // a hidden folder is not a network
  const final = join(folder, slug)
  try {
    mkdirSync(draft)
    writeFileSync(join(draft, 'network.json'), text)
    renameSync(draft, final)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    throw error
  }
  try {
    return loadNetworks(folder).find((network) => network.slug === slug)!
  } catch (error) {
    rmSync(final, { recursive: true, force: true })
    throw error
  }
}
