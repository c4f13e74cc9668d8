import { describe, expect, it } from 'vitest'
import { openExternal } from '#db/open.ts'
import { clientOf } from '#tests/support/database.ts'
import { oldPostgresql } from './old-postgresql.ts'
import { aDatabase, anotherCluster } from './other-cluster.ts'

const other = anotherCluster()
const ROLES = 'maillage_app, maillage_observatory, maillage_search, maillage_identity'
const where = () => `127.0.0.1:${other.cluster.port}`
const refusal = (owner: string, app?: string) =>
  openExternal({ owner, app }).then(
    () => 'opened',
    (error: Error) => error.message,
  )

describe('A database given by URL', () => {
  it('lacking our roles, is refused to an owner who may not create them', async () => {
    const { url, name } = await aDatabase(other)
    expect(await refusal(url())).toBe(
      `DATABASE_URL: the roles ${ROLES} are missing and ${name} may not create them: run « alter role ${name} createrole » as a superuser, or create them as the README shows`,
    )
  })

  it('is opened by several machines that start together, their first time too', async () => {
    const { url } = await aDatabase(other, 'createrole')
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openExternal({ owner: url() })))
    expect(new Set(opened.map(({ urls }) => urls.app)).size).toBe(1)
  })

  it('is refused to another owner than the one who made our roles, who cannot hand them out', async () => {
    const { url, name } = await aDatabase(other, 'createrole')
    expect(await refusal(url())).toBe(
      `DATABASE_URL: the roles ${ROLES} were made by another user than ${name}: run « grant ${ROLES} to ${name} with admin option » as a superuser, or give this database to that user`,
    )
    await other.admin.query(`grant ${ROLES} to ${name} with admin option`)
    expect(await refusal(url())).toBe('opened')
  })

  it('is opened with logins every machine derives alike', async () => {
    const { url, name } = await aDatabase(other, 'superuser')
    const first = await openExternal({ owner: url() })
    expect(await openExternal({ owner: url() })).toEqual(first)
    const app = await clientOf(first.urls.app)
    const { rows } = await app.query('select current_user as login, current_database() as name')
    await app.end()
    expect(rows).toEqual([{ login: 'maillage_app', name }])
  })

  it('says that the password is wrong, or the user', async () => {
    const { url, name } = await aDatabase(other)
    expect(await refusal(url(name, 'wrong'))).toBe(
      `DATABASE_URL: ${where()} refuses the user ${name} or its password`,
    )
    expect(await refusal(url('nobody'))).toBe(
      `DATABASE_URL: ${where()} refuses the user nobody or its password`,
    )
  })

  it('says that it does not exist', async () => {
    const { url, name } = await aDatabase(other)
    expect(await refusal(url(name, name, 'absent'))).toBe(
      `DATABASE_URL: there is no database absent on ${where()}: create it first`,
    )
  })

  it('says that it is too old', async () => {
    const old = await oldPostgresql()
    try {
      expect(await refusal(old.url)).toBe(
        'DATABASE_URL: this PostgreSQL is version 15.9, Maillage needs 16 or newer',
      )
    } finally {
      old.close()
    }
  })

  it('says that it is not in UTF-8', async () => {
    const { url } = await aDatabase(other, '', "encoding 'SQL_ASCII' locale 'C' template template0")
    expect(await refusal(url())).toBe(
      'DATABASE_URL: this database is encoded in SQL_ASCII: create it with encoding UTF8',
    )
  })

  it('says that tables may not be made in it', async () => {
    const theirs = await aDatabase(other)
    const { name, url } = await aDatabase(other)
    expect(await refusal(url(name, name, theirs.name))).toBe(
      `DATABASE_URL: ${name} may not create tables here: run « alter database ${theirs.name} owner to ${name} » as a superuser`,
    )
  })

  it('says that a URL needs a password for the other logins to be derived, and how a % is written', async () => {
    const { port } = other.cluster
    expect(await refusal(`postgresql://someone@127.0.0.1:${port}/x`)).toBe(
      'DATABASE_URL has no password: set DATABASE_APP_URL and DATABASE_OBSERVATORY_URL as well',
    )
    expect(await refusal(`postgresql://someone:100%@127.0.0.1:${port}/x`)).toBe(
      'DATABASE_URL: a % in the password is written %25',
    )
  })

  it('is not served through a login the policies do not bind', async () => {
    const { url, name } = await aDatabase(other, 'superuser')
    await openExternal({ owner: url() })
    expect(await refusal(url(), url())).toBe(
      `DATABASE_APP_URL: Maillage must sign in as maillage_app to serve, and ${name} is above its rules`,
    )
    const visitor = await aDatabase(other)
    expect(await refusal(url(), url(visitor.name))).toBe(
      `DATABASE_APP_URL: Maillage must sign in as maillage_app to serve, and ${visitor.name} is another role`,
    )
    expect(await refusal(url(), url('maillage_app', 'wrong'))).toBe(
      `DATABASE_APP_URL: ${where()} refuses the user maillage_app or its password`,
    )
  })
})
