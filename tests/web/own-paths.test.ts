import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { PASSWORD } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const OURS = 'http://maillage.test'
const database = useDatabase()
let app: TestApp
let email: string
let cookie: string

beforeAll(async () => {
  app = await startApp()
  email = (await staffOf(database.superuser, 'so-cooperation')).account.email
  cookie = await signedIn(app, { email })
})

/** The three doors that send somebody back where they came from. */
const DOORS: Record<string, (retour: string) => Response | Promise<Response>> = {
  'signing in': (retour) =>
    app.request('/connexion', { method: 'POST', body: form({ email, password: PASSWORD, retour }) }),
  'opening the sign-in page when signed in': (retour) =>
    app.request(`/connexion?${new URLSearchParams({ retour })}`, { headers: { cookie } }),
  'choosing a language': (retour) =>
    app.request('/compte/langue', { method: 'POST', body: form({ langue: 'en', retour }) }),
}
const CHEAP = Object.keys(DOORS).slice(1)

/** As a browser would follow it. */
async function leadsTo(door: string, retour: string): Promise<URL> {
  const response = await DOORS[door]!(retour)
  expect(response.status, retour).toBe(302)
  return new URL(response.headers.get('location')!, `${OURS}/connexion`)
}

const OTHERS = [
  'https://evil.example', 'http:evil.example', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example',
  '/\t/evil.example', '/\n/evil.example', '\t//evil.example', ' //evil.example', 'javascript:alert(1)', 'data:text/html,x',
  '/%2f%2fevil.example', '/%2fevil.example', '/%252f%252fevil.example', '/%5cevil.example', '/%255cevil.example',
  '/.//evil.example', '/..//evil.example', '/%2e//evil.example', '/%2e%2e//evil.example', '/a/..//evil.example',
  '/a/%2e%2e//evil.example', '/./\\evil.example', '//evil.example/%2f..', '/%00//evil.example', '/%0d%0aset-cookie:a=b',
  '/\r\nset-cookie: a=b', '@evil.example', '.evil.example', ':80', '//[', '/%', '/%zz//evil.example', '', '//',
] // biome-ignore format: a list to read
const FRAGMENTS = [
  '/', '//', '\\', '.', '..', '%2e', '%2f', '%5c', '%252f', '%00', '%09', '%', '\t', '\n', '\r', '\0', ' ', '@', ':', '?', '#',
  '&', ';', 'evil.example', 'javascript:', 'https:', 'annuaire', 'é', '\u2028', '\uff0f', '[', ']',
] // biome-ignore format: a list to read

describe.each(Object.keys(DOORS))('Sent back after %s', (door) => {
  it.each(OTHERS)('nobody is sent elsewhere: %j', async (retour) => {
    const { origin, pathname } = await leadsTo(door, retour)
    expect([origin, pathname.startsWith('//')]).toEqual([OURS, false])
  })

  it.each([
    '/so-cooperation/bureau',
    '/annuaire?q=eau+togo&country=TG&page=2',
    '/annuaire?q=100%25',
    '/annuaire?q=%C3%A9cole',
    '/annuaire?q=//%2F%2F',
    '/so-cooperation/annuaire/amitie-niort',
  ])('one is where one was: %s', async (retour) => {
    const { pathname, search } = await leadsTo(door, retour)
    expect(decodeURIComponent(pathname + search)).toBe(decodeURIComponent(retour))
  })
})

describe.each(CHEAP)('Sent back after %s', (door) => {
  const wish = fc.oneof(
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 8 }).map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => `/${text}`),
  )
  it('nobody is ever sent to another site, whatever the address asks', async () => {
    const property = fc.asyncProperty(wish, async (retour) => {
      const { origin } = await leadsTo(door, retour)
      expect(origin).toBe(OURS)
    })
    await fc.assert(property, { numRuns: 400 })
  })
})

describe('Any address', () => {
  it('that redirects redirects to ourselves', async () => {
    const path = fc.array(
      fc.constantFrom(...FRAGMENTS.filter((part) => !/[\t\n\r\0]/.test(part)), '/bureau', '/annuaire'),
      {
        maxLength: 6,
      },
    )
    const property = fc.asyncProperty(path, fc.boolean(), async (parts, last) => {
      const asked = `/${parts.join('')}`
      // Not a path of ours at all: the address bar itself already shows the other site.
      fc.pre(URL.canParse(`${OURS}${asked}`))
      const response = await app.request(last ? `${asked}?page=9999` : asked, { headers: { cookie } })
      const location = response.headers.get('location')
      if (location) expect(new URL(location, OURS).origin).toBe(OURS)
      expect(response.status).toBeLessThan(500)
    })
    await fc.assert(property, { numRuns: 200 })
  })
})
