import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { oneAtATime } from '#db/one-at-a-time.ts'
import { clientOf, createDatabase, dropDatabase, type TestDatabase, urlOf } from '#tests/support/database.ts'
import { staffCookie } from './edits.ts'
import { type Instance, startInstance } from './instance.ts'
import { rawRequest, refusesConnections } from './raw-request.ts'
import { until } from './until.ts'

let database: TestDatabase
beforeEach(async () => {
  database = await createDatabase()
})
afterEach(() => dropDatabase(database))

function start(): Promise<Instance> {
  const { owner, app, observatory } = database.urls
  const env = { DATABASE_URL: owner, DATABASE_APP_URL: app, DATABASE_OBSERVATORY_URL: observatory }
  return startInstance({ env })
}

async function started() {
  const instance = await start()
  await instance.ready()
  return instance
}

const answers = (instance: Instance, path: string, status: number) =>
  until(async () => (await instance.status(path)) === status)

/** A start that cannot go beyond the database, held until the test lets it. */
async function held(work: (instance: Instance) => Promise<void>) {
  const holder: pg.Client = await clientOf(database.urls.owner)
  const instance = await oneAtATime(holder, async () => {
    const instance = await start()
    await answers(instance, '/healthz', 200)
    await work(instance)
    return instance
  })
  await holder.end()
  return instance
}

describe('/readyz', () => {
  it('is 503 from the first moment of a start to its last, and 200 when ready is said', async () => {
    const instance = await held(async (starting) => {
      expect(await starting.status('/readyz')).toBe(503)
      const page = await starting.fetch('/')
      expect([page.status, page.headers.get('retry-after')]).toEqual([503, '5'])
    })
    await instance.ready()
    expect(instance.stdout()).toBe(`ready http://localhost:${instance.port}\n`)
    expect(await instance.status('/readyz')).toBe(200)
    expect(await instance.status('/')).toBe(200)
  })

  it('is 503 while a migration of this build is missing', async () => {
    const instance = await started()
    const { rows } = await database.owner.query(
      `delete from schema_migration where name = (select max(name) from schema_migration where name like '2%') returning *`,
    )
    expect(await instance.status('/readyz')).toBe(503)
    expect(await instance.status('/healthz')).toBe(200)
    await database.owner.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      rows[0].name,
      rows[0].checksum,
    ])
    expect(await instance.status('/readyz')).toBe(200)
  })

  it('is 503 while the database lets nobody in, and 200 again by itself', async () => {
    const admin = await clientOf(urlOf('postgres', 'superuser', 'postgres'))
    const instance = await started()
    expect(await instance.status('/readyz')).toBe(200)
    await admin.query(`alter database ${database.name} allow_connections false`)
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and usename = 'maillage_app'`,
      [database.name],
    )
    await answers(instance, '/readyz', 503)
    expect(await instance.status('/healthz')).toBe(200)
    await admin.query(`alter database ${database.name} allow_connections true`)
    await admin.end()
    await answers(instance, '/readyz', 200)
  })
})

describe('SIGTERM', () => {
  it('answers the request in flight, refuses new ones, says 503 meanwhile, and ends with 0', async () => {
    const instance = await started()
    const cookie = await staffCookie(instance, database.superuser)
    const body = JSON.stringify({
      network: 'so-cooperation',
      organisation: { name: 'En vol', kind: 'association' },
    })
    const inFlight = await rawRequest(instance.port)
    await inFlight.send(
      `POST /api/trpc/crm.createOrganisation HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\n` +
        `content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 20)}`,
    )
    const probe = await rawRequest(instance.port)
    await probe.send('GET /readyz HTTP/1.1\r\nhost: localhost\r\n')
    // Both are known to the server before it is told to stop: it answers in order on each loop turn.
    expect(await instance.status('/healthz')).toBe(200)

    instance.kill('SIGTERM')
    await until(() => refusesConnections(instance.port))
    await probe.send('\r\n')
    expect(await probe.status()).toBe(503)
    await inFlight.send(body.slice(20))
    expect(await inFlight.status()).toBe(200)
    expect(await instance.ended).toEqual({ code: 0, signal: null })
    const { rows } = await database.superuser.query(`select name from organisation where name = 'En vol'`)
    expect(rows).toHaveLength(1)
  })

  it('during the start ends it with 0, without a word of complaint', async () => {
    const instance = await held(async (starting) => {
      starting.kill('SIGTERM')
      expect(await starting.ended).toEqual({ code: 0, signal: null })
    })
    expect(instance.stdout()).toBe('')
    expect(instance.stderr()).not.toMatch(/error|Error/)
  })
})
