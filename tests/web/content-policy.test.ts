import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { activeContent, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
let listing: Awaited<ReturnType<typeof aListing>>

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  listing = await aListing(staff)
})

type Asked = [path: () => string, status: number, init?: RequestInit]
const desk = '/so-cooperation/bureau'
const posted = (fields: Record<string, string>) => ({ method: 'POST', body: form(fields) })
const PAGES: Record<string, Asked> = {
  'the portal': [() => '/', 200],
  'the national directory': [() => '/annuaire?q=niort', 200],
  'a network': [() => '/so-cooperation', 200],
  'a directory, in English': [() => '/so-cooperation/annuaire?country=TG&lng=en', 200],
  'an organisation': [() => `/so-cooperation/annuaire/${listing.slug}`, 200],
  'the desk': [() => desk, 200],
  'a list': [() => `${desk}/structures`, 200],
  'a record': [() => `${desk}/structures/${listing.id}`, 200],
  'a form': [() => `${desk}/structures/${listing.id}/modifier`, 200],
  'a refused form': [() => `${desk}/structures/nouvelle`, 422, posted({ name: '' })],
  'a refused sign-in': [() => '/connexion', 401, { ...posted({ email: 'a@b', password: 'c' }), headers: {} }],
  'a form that is broken': [() => '/connexion', 400, { method: 'POST' }],
  'a page that is not there': [() => '/nulle-part/ici', 404],
  'a record that is not there': [() => `${desk}/structures/0`, 404],
  'a desk that is not ours': [() => '/resacoop/bureau', 403],
  'a method that does not exist': [() => '/', 405, { method: 'DELETE' }],
}
const ask = ([path, , init]: Asked) => app.request(path(), { headers: { cookie }, ...init })

/** The policy as directives; its nonce apart. */
function policyOf(response: Response) {
  const policy = response.headers.get('content-security-policy') ?? ''
  const directives = Object.fromEntries(policy.split('; ').map((one) => one.split(/ (.*)/s)))
  return {
    directives: directives as Record<string, string>,
    nonce: policy.match(/'nonce-([A-Za-z0-9+/=]{22,})'/)?.[1] ?? '',
  }
}

/** Links that say where a page is, and from which a browser loads nothing. */
const NAMED_ONLY = new Set(['canonical', 'alternate'])

describe.each(Object.entries(PAGES))('%s', (_, asked) => {
  it('runs nothing but what carries its nonce, and the nonce serves once', async () => {
    const [first, second] = [await ask(asked), await ask(asked)]
    expect(first.status).toBe(asked[1])
    const { directives, nonce } = policyOf(first)
    expect(nonce).not.toBe('')
    expect(policyOf(second).nonce).not.toBe(nonce)
    const html = await first.text()
    expect(elementsOf(html).filter(({ name }) => name === 'script').length).toBeGreaterThan(0)
    expect(activeContent(html, nonce)).toEqual([])
    expect(directives).toMatchObject({
      'default-src': "'self'",
      'script-src': `'self' 'nonce-${nonce}'`,
      'style-src-elem': `'self' 'nonce-${nonce}'`,
      'object-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'frame-ancestors': "'none'",
    })
  })

  it('loads nothing from another site', async () => {
    const elsewhere = elementsOf(await (await ask(asked)).text()).flatMap(({ name, attributes }) => {
      const address =
        attributes.get('src') ??
        (name === 'link' && !NAMED_ONLY.has(attributes.get('rel') ?? '') ? attributes.get('href') : undefined)
      return address && !/^\/(?!\/)/.test(address) ? [`${name} ${address}`] : []
    })
    expect(elsewhere).toEqual([])
  })
})

describe('Every answer', () => {
  const OTHERS: Record<string, Asked> = {
    ...PAGES,
    'the API': [() => '/api/v1/so-cooperation/organisations', 200],
    'an export': [() => '/api/v1/so-cooperation/organisations.csv', 200],
    'an API error': [() => '/api/v1/nowhere/organisations', 404],
    'a bad parameter': [() => '/api/v1/so-cooperation/organisations?nope=1', 400],
    tRPC: [() => '/api/trpc/nope', 404],
    'the icon': [() => '/favicon.svg', 200],
    health: [() => '/healthz', 200],
    readiness: [() => '/readyz', 200],
    'a refused origin': [
      () => '/connexion',
      403,
      { method: 'POST', headers: { origin: 'https://evil.example' } },
    ],
    'a refused body': [() => '/connexion', 415, { method: 'POST', body: 'x' }],
    'a body too large': [() => '/connexion', 413, posted({ email: 'x'.repeat(1_100_000) })],
    'a redirection': [() => '/resacoop/bureau', 302, { headers: {} }],
    'an address with a control character': [() => '/so-cooperation/annuaire/%00', 404],
    'the same in the API': [() => '/api/v1/so-cooperation/organisations/%00', 404],
  }
  it.each(Object.entries(OTHERS))('says how it may be used: %s', async (_, asked) => {
    const response = await ask(asked)
    expect(response.status).toBe(asked[1])
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('says so of scripts and styles too, which keep for a year', async () => {
    const html = await (await app.request('/')).text()
    const assets = [...html.matchAll(/\/assets\/[\w./-]+\.(?:js|css|woff2)/g)].map(([path]) => path)
    expect(new Set(assets.map((path) => path.split('.').at(-1)))).toEqual(new Set(['js', 'css', 'woff2']))
    for (const path of new Set(assets)) {
      const { headers, status } = await app.request(path)
      expect([status, headers.get('x-content-type-options')], path).toEqual([200, 'nosniff'])
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    }
  })
})
