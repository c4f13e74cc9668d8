import type pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { create, staffCookie } from './edits.ts'
import { aFolder, type Instance, startInstance } from './instance.ts'
import { faultsIn, keepWriting } from './keep-writing.ts'
import { superuserOf } from './other-cluster.ts'
import { until } from './until.ts'

const ROUNDS = 25
const clients: pg.Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {})
})

async function live(dataDir: string) {
  const instance = await startInstance({ env: { MAILLAGE_MODE: 'live', DATA_DIR: dataDir } })
  await instance.ready()
  return instance
}

const kept = <T extends pg.Client>(client: T) => {
  clients.push(client)
  return client
}
const superuser = async (instance: Instance) => kept(await superuserOf(await instance.cluster(), 'maillage'))
const isReady = (instance: Instance) => until(async () => (await instance.status('/readyz')) === 200)

describe('Whatever is killed, whenever', () => {
  it(`loses no edit it acknowledged and leaves none by halves, ${ROUNDS} times in a row`, async () => {
    const dataDir = aFolder()
    let instance = await live(dataDir)
    const app = kept(await clientOf((await instance.urls()).app))
    const writing = keepWriting(instance, await staffCookie(instance, app), 6)
    for (let round = 0; round < ROUNDS; round++) {
      await writing.more(1 + Math.floor(Math.random() * 60))
      const victim = ['server', 'database', 'connection'][round % 3]
      const cluster = await instance.cluster()
      const postmaster = cluster.pid()
      if (victim !== 'connection') {
        process.kill(victim === 'server' ? instance.pid : cluster.pid()!, 'SIGKILL')
      } else {
        const { rows } = await (await superuser(instance)).query<{ pid: number }>(
          `select pid from pg_stat_activity where application_name = 'maillage' order by random() limit 1`,
        )
        if (rows[0]) process.kill(rows[0].pid, 'SIGKILL')
      }
      if (victim === 'server') {
        await instance.ended
        instance = await live(dataDir)
        writing.moveTo(instance)
      }
      // Connections left behind by a killed database answer a moment longer: wait for its successor.
      if (victim === 'database') await until(() => ![postmaster, null].includes(cluster.pid()))
      await writing.more(5)
      await isReady(instance)
      const { faults } = await faultsIn(await superuser(instance), writing.acknowledged)
      expect(faults, `round ${round}, ${victim} killed`).toEqual([])
    }
    await writing.stop()
    const { faults, records } = await faultsIn(await superuser(instance), writing.acknowledged)
    expect(faults).toEqual([])
    expect(records).toBeGreaterThanOrEqual(writing.acknowledged.size)
    instance.kill('SIGTERM')
    expect((await instance.ended).code).toBe(0)
  })

  it('gives up connections to a server that says nothing more, and serves on others', async () => {
    const instance = await live(aFolder())
    const app = kept(await clientOf((await instance.urls()).app))
    const cookie = await staffCookie(instance, app)
    await Promise.all(Array.from({ length: 20 }, (_, n) => create(instance, cookie, `Avant ${n}`)))
    const { rows } = await (await superuser(instance)).query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'maillage'`,
    )
    expect(rows.length).toBeGreaterThan(1)
    for (const { pid } of rows) process.kill(pid, 'SIGSTOP')
    try {
      // Never thawed: as after a cut of the network, where no end of connection ever comes.
      await until(() => create(instance, cookie, 'Après'))
    } finally {
      for (const { pid } of rows) process.kill(pid, 'SIGCONT')
    }
  })
})
