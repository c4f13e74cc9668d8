import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startInstance } from './instance.ts'
import { refusesConnections } from './raw-request.ts'
import { until } from './until.ts'

type Options = Omit<NonNullable<Parameters<typeof startInstance>[0]>, 'env'>

export async function live(dataDir: string, options: Options = {}) {
  const instance = await startInstance({ ...options, env: { MAILLAGE_MODE: 'live', DATA_DIR: dataDir } })
  await instance.ready()
  return instance
}

export const lockOf = (dataDir: string) => join(dataDir, 'maillage.pid')
export const holderOf = (dataDir: string): number => JSON.parse(readFileSync(lockOf(dataDir), 'utf8')).pid

/** Nothing of a start is left: no port taken, no lock, no database server. */
export async function expectNothingLeft(
  { dataDir, port }: { dataDir: string; port: number },
  postmaster: string,
) {
  await until(() => !existsSync(lockOf(dataDir)))
  expect(existsSync(postmaster)).toBe(false)
  expect(await refusesConnections(port)).toBe(true)
}
export const postmasterFile = async (instance: { cluster: () => Promise<{ folder: string }> }) =>
  join((await instance.cluster()).folder, 'data', 'postmaster.pid')
