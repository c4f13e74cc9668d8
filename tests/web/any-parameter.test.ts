import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { CLOSED_PARAMETERS, HOSTILE_VALUES } from '#tests/support/hostile-values.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  await aListing(staff)
})

const get = (path: string) => app.request(path, { headers: { cookie } })
const API = '/api/v1/so-cooperation/organisations'
const name = fc.constantFrom(
  'q',
  ...CLOSED_PARAMETERS,
  'type',
  'lng',
  'fait',
  'retour',
  'index',
  '_routes',
  '__proto__',
  'x',
)
const value = fc.oneof(
  fc.constantFrom(
    ...HOSTILE_VALUES,
    'TG',
    'association',
    '79',
    'water',
    '6',
    'true',
    '2',
    'name',
    '-name',
    'recent',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 250 }),
  fc.integer().map(String),
)
const query = fc
  .array(fc.tuple(name, value), { maxLength: 6 })
  .map((pairs) => new URLSearchParams(pairs).toString())

describe('Whatever the parameters', () => {
  it('the API answers or names what is wrong', async () => {
    const suffix = fc.constantFrom('', '.csv', '.geojson')
    const property = fc.asyncProperty(
      fc.constantFrom(API, '/api/v1/organisations'),
      suffix,
      query,
      async (path, end, asked) => {
        const response = await get(`${path}${end}?${asked}`)
        expect([200, 400]).toContain(response.status)
        const text = await response.text()
        if (response.status === 400) expect(typeof JSON.parse(text).error.parameter).toBe('string')
      },
    )
    await fc.assert(property, { numRuns: 300 })
  })

  const PAGES = [
    '/',
    '/annuaire',
    '/connexion',
    '/communes',
    '/so-cooperation',
    '/so-cooperation/annuaire',
    '/so-cooperation/bureau',
  ]
  const DESK = ['structures', 'structures/nouvelle'].map((page) => `/so-cooperation/bureau/${page}`)
  it('a page opens', async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...PAGES, ...DESK),
      fc.boolean(),
      query,
      async (path, data, asked) => {
        const { status } = await get(`${path}${data && path !== '/' ? '.data' : ''}?${asked}`)
        expect([200, 202, 302]).toContain(status)
      },
    )
    await fc.assert(property, { numRuns: 200 })
  })

  it('tRPC answers or says what is wrong', async () => {
    const procedure = fc.constantFrom(
      'crm.findOrganisations',
      'crm.getOrganisation',
      'directory.findListings',
      'directory.getListing',
    )
    const filters = fc.dictionary(
      name,
      fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.jsonValue({ maxDepth: 1 })),
    )
    const property = fc.asyncProperty(procedure, filters, async (path, given) => {
      const input = { network: 'so-cooperation', filters: given, id: given.q, slug: given.x, ...given }
      const { status } = await get(`/api/trpc/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)
      expect([200, 400, 404]).toContain(status)
    })
    await fc.assert(property, { numRuns: 400 })
  })
})
