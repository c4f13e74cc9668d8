import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { clientOf, createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { loadDemo } from './load.ts'

const SCALE = { networks: 2, organisations: 150, today: '2026-11-20', passwordHash: 'none' }
const databases: TestDatabase[] = []

beforeAll(async () => {
  databases.push(await createDatabase(), await createDatabase())
})
afterAll(() => Promise.all(databases.map(dropDatabase)))

async function load({ urls, owner }: TestDatabase, through: (app: pg.Client) => pg.Client = (app) => app) {
  const app = await clientOf(urls.app)
  try {
    await loadDemo({ owner, app: through(app) }, SCALE)
  } finally {
    await app.end()
  }
}

/** A connection that is lost when it is asked to write in this table. */
const lostAt = (table: string) => (app: pg.Client) =>
  new Proxy(app, {
    get(target, name) {
      if (name !== 'query') return Reflect.get(target, name)
      return (text: string, values?: unknown[]) =>
        text.includes(`insert into ${table} `)
          ? Promise.reject(new Error(`lost at ${table}`))
          : target.query(text, values)
    },
  })

const TABLES =
  'account account_grant project_tie listing_tie support_act organisation_note page_proposal dossier dossier_move'

async function counted({ superuser }: TestDatabase) {
  const each = TABLES.split(' ').map((name) => `select '${name}' as name, count(*)::int as rows from ${name}`)
  return (await superuser.query(each.join(' union all '))).rows
}

it('A demonstration cut short while it tells of its teams is told whole by the next load', async () => {
  const [whole, cut] = databases as [TestDatabase, TestDatabase]
  await load(whole)
  const expected = await counted(whole)
  expect(expected.find(({ name }) => name === 'support_act').rows).toBeGreaterThan(0)
  await expect(load(cut, lostAt('support_act'))).rejects.toThrow('lost at support_act')
  await load(cut)
  expect(await counted(cut)).toEqual(expected)
  await load(cut)
  expect(await counted(cut)).toEqual(expected)
})
