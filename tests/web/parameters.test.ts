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
describe('A value that is not of the list', () => {
  it.each(CLOSED_PARAMETERS)('is refused by the API, which names the parameter: %s', async (parameter) => {
    for (const value of HOSTILE_VALUES) {
      for (const suffix of ['', '.csv', '.geojson']) {
        const response = await get(`${API}${suffix}?${new URLSearchParams({ [parameter]: value })}`)
        expect(response.status, value).toBe(400)
        expect(await response.json()).toMatchObject({ error: { code: 'bad_parameter', parameter } })
      }
    }
  })

  it.each(CLOSED_PARAMETERS)('is left out by a page, which opens with the rest: %s', async (parameter) => {
    const plain = (html: string) => html.match(/<h2 id="results".*?<\/h2>.*?<\/ul>/s)![0]
    for (const path of ['/so-cooperation/annuaire', '/annuaire']) {
      const expected = plain(await (await get(path)).text())
      // The national page reads its address with the same eyes: a few are enough.
      for (const value of path === '/annuaire' ? HOSTILE_VALUES.slice(0, 3) : HOSTILE_VALUES) {
        const response = await get(`${path}?${new URLSearchParams({ [parameter]: value })}`)
        expect(response.status, value).toBe(200)
        expect(plain(await response.text()), value).toBe(expected)
      }
    }
  })

  it('as words to search is only words', async () => {
    for (const q of HOSTILE_VALUES)
      expect((await get(`${API}?${new URLSearchParams({ q })}`)).status, q).toBe(200)
    expect((await (await get(`${API}?q=niort`)).json()).total).toBe(1)
  })

  it('is refused when a parameter that has one value is given twice', async () => {
    for (const parameter of ['q', 'member', 'page', 'per_page', 'sort']) {
      const response = await get(`${API}?${parameter}=1&${parameter}=2`)
      expect(response.status, parameter).toBe(400)
      expect((await response.json()).error.parameter).toBe(parameter)
    }
  })
})

describe('A parameter that does not exist', () => {
  it.each([
    'nope',
    'Q',
    'per-page',
    'network',
    'networkId',
    'where',
    'order',
    'constructor',
    '__proto__',
    'q[]',
    'kind ',
  ])('is refused by the API, which names it: %j', async (parameter) => {
    for (const query of [
      [[parameter, '1']],
      [
        [parameter, '1'],
        [parameter, '2'],
      ],
    ]) {
      const response = await get(`${API}?${new URLSearchParams(query)}`)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'unknown_parameter', parameter } })
    }
  })
})
