import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { staffCookie } from './edits.ts'
import { aFolder, startInstance } from './instance.ts'
import { faultsIn, keepWriting } from './keep-writing.ts'
import { superuserOf } from './other-cluster.ts'
import { until } from './until.ts'

/** A disk of this size; null where this user may not have one. */
function aDisk(megabytes: number): string | null {
  const folder = aFolder(unmount)
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', folder])
  return status === 0 ? folder : null
}

const unmount = (folder: string) => spawnSync('umount', ['--lazy', folder])
const mayMount = aDisk(1) !== null

/** Takes all that is left, and gives how to give it back. */
function fill(disk: string) {
  const path = join(disk, 'ballast')
  const file = openSync(path, 'w')
  for (const size of [1 << 20, 1 << 12]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size))
    } catch {}
  }
  closeSync(file)
  return () => rmSync(path)
}

const SENTENCE = 'The disk is full: free some space and start again.'

describe.runIf(mayMount)('A full disk', () => {
  for (const [megabytes, when] of [
    [1, 'before anything'],
    [20, 'while the database is made'],
    [75, 'while the database starts, or its tables are made'],
    [110, 'while the demonstration is loaded'],
  ] as const) {
    it(`stops a start in one sentence, ${when}`, async () => {
      const instance = await startInstance({ env: { DATA_DIR: aDisk(megabytes)! } })
      expect((await instance.ended).code).toBe(1)
      expect(instance.stderr().trim().split('\n').at(-1)).toBe(SENTENCE)
      expect(instance.stderr()).not.toMatch(/^\s+at /m)
      await expect(instance.cluster()).rejects.toThrow('no database runs')
    })
  }

  it('met while people write loses nothing that was acknowledged; with space, all goes on', async () => {
    const disk = aDisk(200)!
    const instance = await startInstance({ env: { DATA_DIR: disk, MAILLAGE_MODE: 'live' } })
    await instance.ready()
    const app = await clientOf((await instance.urls()).app)
    const writing = keepWriting(instance, await staffCookie(instance, app))
    await writing.more(20)
    const free = fill(disk)
    // Refusals, and perhaps a database that stops: what the log says first.
    await instance.said(/No space left on device|procedure failed|database connection lost/)
    expect(await instance.status('/healthz')).toBe(200)
    free()
    await writing.more(20)
    await until(async () => (await instance.status('/readyz')) === 200)
    await writing.stop()
    const superuser = await superuserOf(await instance.cluster(), 'maillage')
    expect((await faultsIn(superuser, writing.acknowledged)).faults).toEqual([])
    await superuser.end()
    await app.end()
  })
})
