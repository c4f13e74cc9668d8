import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connect, disconnect, rawPool } from '#db/client.ts'
import { EMBEDDED_DATABASE, EMBEDDED_OWNER, type EveryUrl } from '#db/open.ts'
import { readNetworks } from '#server/kernel/networks.ts'

export type TestDatabase = {
  name: string
  urls: EveryUrl & { superuser: string }
  owner: pg.Client
  superuser: pg.Client
}

/**
 * A database of this file's own, copied from the template before its first test and dropped after
 * the last; the product is connected to it as in production, with the runtime login.
 */
export function useDatabase(options: { poolSize?: number } = {}): TestDatabase {
  const database = {} as TestDatabase
  beforeAll(async () => {
    Object.assign(database, await createDatabase())
    connect({ url: database.urls.app, size: options.poolSize ?? 5 })
    await readNetworks(rawPool())
  })
  afterAll(async () => {
    await disconnect()
    await dropDatabase(database)
  })
  return database
}

export async function createDatabase(template = EMBEDDED_DATABASE): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const admin = await clientOf(urlOf('postgres', 'superuser', 'postgres'))
  await admin.query(`create database ${name} template ${template} owner ${EMBEDDED_OWNER}`)
  await admin.end()
  const urls = {
    owner: urlOf(EMBEDDED_OWNER, 'owner', name),
    app: urlOf('maillage_app', 'app', name),
    observatory: urlOf('maillage_observatory', 'observatory', name),
    superuser: urlOf('postgres', 'superuser', name),
  }
  return { name, urls, owner: await clientOf(urls.owner), superuser: await clientOf(urls.superuser) }
}

export async function dropDatabase(database: TestDatabase) {
  await database.owner.end()
  await database.superuser.end()
  const admin = await clientOf(urlOf('postgres', 'superuser', 'postgres'))
  await admin.query(`drop database if exists ${database.name} with (force)`)
  await admin.end()
}

export function urlOf(
  user: string,
  password: 'superuser' | 'owner' | 'app' | 'observatory',
  database: string,
) {
  const { port, passwords } = inject('cluster')
  return `postgresql://${user}:${passwords[password]}@127.0.0.1:${port}/${database}`
}

export async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client(url)
  client.on('error', () => {})
  await client.connect()
  return client
}
