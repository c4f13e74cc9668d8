import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { PASSWORD } from '#tests/support/people.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let elsewhere: number

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  elsewhere = activeNetwork('resacoop')!.id
})

const STOLEN_ID = '00000000-0000-7000-8000-000000000000'
const extras = () => ({
  network_id: String(elsewhere),
  networkId: String(elsewhere),
  network: 'resacoop',
  role: 'admin',
  roles: 'admin',
  grants: 'admin',
  published_at: '2020-01-01',
  publishedAt: '2020-01-01',
  created_at: '2020-01-01',
  slug: 'ailleurs',
  version: '99',
  id: STOLEN_ID,
  account_id: STOLEN_ID,
  search: 'x',
  lat: '1',
  department: '75',
  __proto__x: 'y',
  constructor: 'x',
  'constructor[prototype][role]': 'admin',
  '__proto__[role]': 'admin',
})
/** `__proto__` as an own key, which only text can spell. */
const withProto = (fields: object) =>
  `{"__proto__":{"role":"admin","slug":"ailleurs"},${JSON.stringify(fields).slice(1)}`

const rowNamed = async (name: string) => {
  const { rows } = await database.superuser.query('select * from organisation where name = $1', [name])
  expect(rows).toHaveLength(1)
  return rows[0]
}
const own = () => ({
  network_id: staff.network.id,
  slug: null,
  published_at: null,
  version: 1,
  department: '79',
  lat: 46.3,
})
const fields = (name: string) => ({ name, type: 'association/local_association', commune: 'Niort (79000)' })
const inputs = (name: string) => ({ name, kind: 'association', insee: '79191' })
const send = (path: string, body: BodyInit, type?: string) =>
  app.request(path, { method: 'POST', body, headers: { cookie, ...(type && { 'content-type': type }) } })
const call = (procedure: string, body: string) => send(`/api/trpc/crm.${procedure}`, body, 'application/json')

describe('What a form adds to its own fields', () => {
  it('reaches no column of a new organisation', async () => {
    const body = form({ ...extras(), ...fields('Neuve') })
    const response = await send('/so-cooperation/bureau/structures/nouvelle', body)
    expect(response.status).toBe(302)
    const row = await rowNamed('Neuve')
    expect(row).toMatchObject({ ...own(), lat: expect.closeTo(46.3, 0) })
    expect(row.id).not.toBe(STOLEN_ID)
    expect(response.headers.get('location')).toBe(`/so-cooperation/bureau/structures/${row.id}?fait=creee`)
  })

  it('reaches no column of one that is corrected', async () => {
    const { id, slug } = await aListing(staff, { name: 'Publiée' })
    const before = await rowNamed('Publiée')
    const body = form({ ...extras(), ...fields('Corrigée'), version: '2' })
    expect((await send(`/so-cooperation/bureau/structures/${id}/modifier`, body)).status).toBe(302)
    const { network_id, published_at, created_at } = before
    expect(await rowNamed('Corrigée')).toMatchObject({
      id,
      slug,
      network_id,
      published_at,
      created_at,
      version: 3,
    })
  })

  it('gives nobody a role, and no account another name, when signing in', async () => {
    const grants = () => database.superuser.query('select * from account_grant order by 1, 2, 3')
    const accounts = () => database.superuser.query('select * from account order by 1')
    const before = [(await grants()).rows, (await accounts()).rows]
    const body = form({ ...extras(), email: staff.account.email, password: PASSWORD, name: 'Autre' })
    // Without the cookie: signing in would end its session.
    expect((await app.request('/connexion', { method: 'POST', body })).status).toBe(302)
    expect([(await grants()).rows, (await accounts()).rows]).toEqual(before)
  })
})

describe('What a tRPC input adds to its own fields', () => {
  it.each(['network_id', 'networkId', 'role', 'published_at', 'slug', 'version', 'id', 'constructor', 'lat'])(
    'is refused inside the organisation, and nothing is written: %s',
    async (extra) => {
      const before = await rowCounts(database.owner, database.superuser)
      const organisation = { ...inputs('Jamais'), [extra]: '1' }
      const response = await call(
        'createOrganisation',
        JSON.stringify({ network: 'so-cooperation', organisation }),
      )
      expect(response.status).toBe(400)
      expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
    },
  )

  it('is refused or without effect when it is __proto__', async () => {
    const text = `{"network":"so-cooperation","organisation":${withProto(inputs('Prototype'))}}`
    expect((await call('createOrganisation', text)).status).toBe(400)
    const outside = withProto({ network: 'so-cooperation', organisation: inputs('Prototype') })
    expect((await call('createOrganisation', outside)).status).toBe(200)
    expect(await rowNamed('Prototype')).toMatchObject({ ...own(), lat: expect.closeTo(46.3, 0) })
    expect(({} as Record<string, unknown>).role).toBeUndefined()
  })

  it('beside the organisation is without effect', async () => {
    const input = { ...extras(), network: 'so-cooperation', organisation: inputs('À côté') }
    expect((await call('createOrganisation', JSON.stringify(input))).status).toBe(200)
    const row = await rowNamed('À côté')
    expect(row).toMatchObject({ ...own(), lat: expect.closeTo(46.3, 0) })
    expect(row.id).not.toBe(STOLEN_ID)
  })

  it('does not publish in another network by naming it', async () => {
    const { id } = await rowNamed('À côté')
    const before = await rowCounts(database.owner, database.superuser)
    expect((await call('publishOrganisation', JSON.stringify({ network: 'resacoop', id }))).status).toBe(403)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })
})
