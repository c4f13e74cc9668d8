import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp } from '#tests/support/http.ts'
import { useListening } from '#tests/support/listening.ts'
import { PASSWORD } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const request = useListening()
let listing: Awaited<ReturnType<typeof aListing>>
let email: string
let cookie: string

beforeAll(async () => {
  const staff = await staffOf(database.superuser, 'so-cooperation')
  listing = await aListing(staff)
  email = staff.account.email
  cookie = await signedIn(await startApp(), { email })
})

const EVIL = 'evil.example'
const PRETENDED: Record<string, string>[] = [
  { host: EVIL },
  { host: `${EVIL}:3000` },
  { host: `maillage.test@${EVIL}` },
  { host: `${EVIL}/so-cooperation?` },
  { host: `"><script src=//${EVIL}>` },
  {
    'x-forwarded-host': EVIL,
    'x-forwarded-proto': 'https',
    'x-forwarded-port': '81',
    'x-forwarded-prefix': `//${EVIL}`,
  },
  {
    forwarded: `host=${EVIL};proto=https`,
    'x-original-host': EVIL,
    'x-host': EVIL,
    'x-forwarded-server': EVIL,
  },
  { 'x-original-url': `//${EVIL}`, 'x-rewrite-url': `//${EVIL}`, referer: `https://${EVIL}/`, via: EVIL },
]
const API = '/api/v1/so-cooperation/organisations'
const PATHS = () => [
  '/',
  '/annuaire?page=99',
  '/so-cooperation',
  '/so-cooperation/annuaire',
  `/so-cooperation/annuaire/${listing.slug}`,
  '/so-cooperation/bureau',
  '/nulle-part',
  '/connexion',
  API,
  `${API}.csv`,
  `${API}.geojson`,
  `${API}/${listing.slug}`,
  '/api/v1/networks',
  '/api/v1/openapi.json',
  '/api/trpc/nope',
  '/healthz',
]

describe.each(PRETENDED)('A request that pretends to be for %j', (headers) => {
  it('gets no answer that names that site, in no page, no link, no header', async () => {
    for (const path of PATHS()) {
      for (const signedInToo of [{}, { cookie }]) {
        const answer = await request({ path, headers: { ...headers, ...signedInToo } })
        expect(answer.status, path).toBeLessThan(500)
        expect(JSON.stringify(answer), path).not.toContain(EVIL)
      }
    }
  })

  it('is sent, when it is sent anywhere, to a path', async () => {
    const signIn = { path: '/connexion', method: 'POST', body: `${form({ email, password: PASSWORD })}` }
    for (const asked of [signIn, { path: '/so-cooperation/bureau' }, { path: '/annuaire?page=99' }]) {
      const sent = { 'content-type': 'application/x-www-form-urlencoded', ...headers }
      const { headers: told } = await request({ ...asked, headers: sent })
      if (told.location) expect(told.location).toMatch(/^\/[a-z]/)
    }
  })
})

describe('The addresses the API gives', () => {
  it('start with the public address of the product, whatever was asked', async () => {
    const answer = await request({ path: API, headers: { host: EVIL } })
    const { items } = JSON.parse(answer.text)
    expect(items.map((item: { url: string }) => item.url)).toEqual([
      `http://maillage.test/so-cooperation/annuaire/${listing.slug}`,
    ])
    const networks = JSON.parse(
      (await request({ path: '/api/v1/networks', headers: { 'x-forwarded-host': EVIL } })).text,
    )
    for (const { url, slug } of networks.items) expect(url).toBe(`http://maillage.test/${slug}`)
  })
})

describe('What only the machine itself may read', () => {
  it('is not opened by pretending to be it', async () => {
    const app = await startApp()
    for (const name of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'host'])
      expect((await app.request('/metrics', { headers: { [name]: '127.0.0.1' } })).status).toBe(404)
    expect((await request({ path: '/metrics' })).status).toBe(200)
  })
})
