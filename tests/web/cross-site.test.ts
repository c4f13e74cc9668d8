import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { useListening } from '#tests/support/listening.ts'
import { rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const listening = useListening({ fixedOrigin: 'https://maillage.example' })
let app: TestApp
let cookie: string

const FORM = {
  type: 'application/x-www-form-urlencoded',
  body: `${form({ autre: 'oui', name: 'Forgée', type: 'association' })}`,
}
const JSON_BODY = {
  type: 'application/json',
  body: JSON.stringify({ network: 'so-cooperation', organisation: { name: 'Forgée', kind: 'association' } }),
}
const DOORS = [
  { door: 'a page', path: '/so-cooperation/bureau/structures/nouvelle', ...FORM },
  { door: 'tRPC', path: '/api/trpc/crm.createOrganisation', ...JSON_BODY },
  { door: 'the API', path: '/api/v1/so-cooperation/organisations', ...JSON_BODY },
]
const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE']
const FORGED: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'http://maillage.test.evil.example' },
  { origin: 'http://maillage.test:8080' },
  { origin: 'http://evil.example/http://maillage.test' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'http://maillage.test', 'sec-fetch-site': 'cross-site' },
]

beforeAll(async () => {
  app = await startApp()
  cookie = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
})

const written = () => rowCounts(database.owner, database.superuser)

describe.each(DOORS)('A write sent to $door from another site', ({ path, type, body }) => {
  it('is refused with 403 and writes nothing, whatever the method, though the cookie came along', async () => {
    const before = await written()
    for (const method of METHODS) {
      for (const forged of FORGED) {
        const headers = { cookie, 'content-type': type, ...forged }
        const { status } = await app.request(path, { method, body, headers })
        expect(status, `${method} ${JSON.stringify(forged)}`).toBe(403)
      }
    }
    expect(await written()).toEqual(before)
  })

  it('is refused with 415 when its body has a type that a plain form could forge, or none', async () => {
    const before = await written()
    for (const forged of ['text/plain', 'text/plain; charset=utf-8', 'application/xml', 'x', '']) {
      const sent = forged === '' ? { body: Buffer.from(body) } : { body }
      const headers = {
        cookie,
        'content-length': String(body.length),
        ...(forged && { 'content-type': forged }),
      }
      const { status } = await app.request(path, { method: 'POST', ...sent, headers })
      expect(status, forged || 'no type').toBe(415)
    }
    expect(await written()).toEqual(before)
  })
})

describe('A write', () => {
  const own: Record<string, string>[] = [
    {},
    { origin: 'http://maillage.test' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
    { origin: 'http://maillage.test', 'sec-fetch-site': 'same-origin' },
  ]
  it.each(own)('sent by one of our own pages, or by no browser, is done: %j', async (headers) => {
    for (const { path, type, body } of DOORS.slice(0, 2)) {
      const before = await written()
      await app.request(path, { method: 'POST', body, headers: { cookie, 'content-type': type, ...headers } })
      expect((await written()).organisation).toBe(before.organisation! + 1)
    }
  })

  it('from an address that only pretends to be ours by its Host is refused where ours is known', async () => {
    const headers = { 'content-type': FORM.type, host: 'evil.example', origin: 'http://evil.example' }
    const sent = { path: '/connexion', method: 'POST', body: 'email=a&password=b' }
    expect((await listening({ ...sent, headers })).status).toBe(403)
    const own = { ...headers, host: 'maillage.example', origin: 'https://maillage.example' }
    expect((await listening({ ...sent, headers: own })).status).toBe(401)
  })
})

describe('A page that is only read', () => {
  it('opens from a link on another site', async () => {
    for (const method of ['GET', 'HEAD']) {
      const headers = { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
      expect((await app.request('/so-cooperation', { method, headers })).status).toBe(200)
    }
  })
})

describe('Behind a proxy that asks us by another name', () => {
  it('a form sent from the public address is taken', async () => {
    const answer = await listening({
      path: '/connexion',
      method: 'POST',
      headers: {
        host: 'machine.internal',
        origin: 'https://maillage.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: `${form({ email: 'personne@essai.example', password: 'rien' })}`,
    })
    expect(answer.status).toBe(401)
  })
})
