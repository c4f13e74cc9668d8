import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { type Cluster, openCluster } from '#db/embedded/cluster.ts'
import { clusterUrl } from '#db/open.ts'
import { aLastingFolder, forgetFolder } from './instance.ts'

/** A test cluster need not survive a power cut; it survives what the tests do to it. */
const FAST = { fsync: 'off', full_page_writes: 'off' }

export type OtherCluster = { cluster: Cluster; admin: pg.Client }

/**
 * A PostgreSQL as a host would give it, that knows nothing of Maillage: roles are of a whole cluster,
 * and the one of the other tests has ours already.
 */
export function anotherCluster(): OtherCluster {
  const other = {} as OtherCluster
  let folder: string
  beforeAll(async () => {
    folder = aLastingFolder()
    other.cluster = await openCluster(folder, { settings: FAST })
    await other.cluster.start()
    other.admin = await superuserOf(other.cluster)
  })
  afterAll(async () => {
    await other.admin.end()
    await forgetFolder(folder)
  })
  return other
}

export async function superuserOf(cluster: Cluster, database = 'postgres'): Promise<pg.Client> {
  const client = new pg.Client(clusterUrl(cluster, 'postgres', 'superuser', database))
  client.on('error', () => {})
  await client.connect()
  return client
}

/** An owner with these rights and a database; gives the URL a host would give. */
export async function aDatabase({ cluster, admin }: OtherCluster, rights = '', options = '') {
  const word = `h${randomBytes(6).toString('hex')}`
  await admin.query(`create role ${word} login password '${word}' ${rights}`)
  await admin.query(`create database ${word} owner ${word} ${options}`)
  const url = (user = word, password = user, database = word) =>
    `postgresql://${user}:${password}@127.0.0.1:${cluster.port}/${database}`
  return { name: word, url }
}
