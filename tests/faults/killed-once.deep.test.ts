import type pg from 'pg'
import { afterEach, describe, expect, it } from 'vitest'
import { clientOf } from '#tests/support/database.ts'
import { staffCookie } from './edits.ts'
import { aFolder, type Instance, startInstance } from './instance.ts'
import { faultsIn, keepWriting } from './keep-writing.ts'
import { superuserOf } from './other-cluster.ts'
import { until } from './until.ts'

const clients: pg.Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end().catch(() => {})
})

/** An installation without demonstration data: quick to start, and its own database to kill. */
async function live(dataDir = aFolder()) {
  const instance = await startInstance({ env: { MAILLAGE_MODE: 'live', DATA_DIR: dataDir } })
  await instance.ready()
  return instance
}

async function staffOf(instance: Instance) {
  const app = await clientOf((await instance.urls()).app)
  clients.push(app)
  return staffCookie(instance, app)
}

async function superuser(instance: Instance) {
  const client = await superuserOf(await instance.cluster(), 'maillage')
  clients.push(client)
  return client
}

const answers = (instance: Instance, path: string, status: number) =>
  until(async () => (await instance.status(path)) === status)

describe('While people write', () => {
  it('the server is killed: what it acknowledged is there at the next start, whole', async () => {
    const first = await live()
    const writing = keepWriting(first, await staffOf(first))
    await writing.more(40)
    first.kill('SIGKILL')
    await first.ended
    const second = await live(first.dataDir)
    writing.moveTo(second)
    await writing.more(10)
    await writing.stop()
    const { faults, records } = await faultsIn(await superuser(second), writing.acknowledged)
    expect(faults).toEqual([])
    expect(records).toBeGreaterThanOrEqual(writing.acknowledged.size)
  })

  it('the database server is killed: /readyz says so, and all comes back without hands', async () => {
    const instance = await live()
    const writing = keepWriting(instance, await staffOf(instance))
    await writing.more(20)
    process.kill((await instance.cluster()).pid()!, 'SIGKILL')
    await answers(instance, '/readyz', 503)
    expect(await instance.status('/healthz')).toBe(200)
    await answers(instance, '/readyz', 200)
    await writing.more(20)
    await writing.stop()
    expect((await faultsIn(await superuser(instance), writing.acknowledged)).faults).toEqual([])
    instance.kill('SIGTERM')
    expect(await instance.ended).toEqual({ code: 0, signal: null })
  })

  it('one connection of the database is killed, which ends them all: later writes succeed', async () => {
    const instance = await live()
    const writing = keepWriting(instance, await staffOf(instance))
    await writing.more(20)
    const bystander = await superuser(instance)
    const { rows } = await bystander.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'maillage' limit 1`,
    )
    const ended = new Promise((resolve) => bystander.once('end', resolve))
    process.kill(rows[0]!.pid, 'SIGKILL')
    await ended
    await answers(instance, '/readyz', 200)
    await writing.more(20)
    await writing.stop()
    expect((await faultsIn(await superuser(instance), writing.acknowledged)).faults).toEqual([])
  })

  it('the database freezes: /readyz answers 503, and 200 when it thaws', async () => {
    const instance = await live()
    const cluster = await instance.cluster()
    const { rows } = await (await superuser(instance)).query<{ pid: number }>(
      'select pid from pg_stat_activity where pid <> pg_backend_pid()',
    )
    const pids = [cluster.pid()!, ...rows.map(({ pid }) => pid)]
    for (const pid of pids) process.kill(pid, 'SIGSTOP')
    try {
      expect(await instance.status('/readyz')).toBe(503)
      expect(await instance.status('/healthz')).toBe(200)
    } finally {
      for (const pid of pids) process.kill(pid, 'SIGCONT')
    }
    await answers(instance, '/readyz', 200)
  })
})
