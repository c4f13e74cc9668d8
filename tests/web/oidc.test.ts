import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { configureSignIn } from '#server/identity/door/sign-in.server.ts'
import { configureOidc } from '#server/identity/oidc/provider.server.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { openProvider } from '#tests/doubles/oidc/provider.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, PASSWORD, type Person } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp
let provider: Awaited<ReturnType<typeof openProvider>>
let now = new Date('2026-11-20T09:00:00Z')

const ENTER = '/connexion/fournisseur'
const RETURN = `${ENTER}/retour`

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } })
  provider = await openProvider(`http://maillage.test${RETURN}`)
})
afterAll(async () => {
  configureOidc(null)
  await provider.close()
})

const configure = (env: Record<string, string> = {}) =>
  configureOidc(
    readSettings({
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.client.id,
      OIDC_CLIENT_SECRET: provider.client.secret,
      OIDC_USERINFO_ALG: 'RS256',
      OIDC_TRUST_EMAIL: 'true',
      ...env,
    }).oidc,
  )
beforeEach(() => configure())

const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows

/** Out to the provider and back, up to the address the browser would ask next. */
async function roundTrip(retour = '', cookie = '') {
  const left = await get(`${ENTER}?${new URLSearchParams({ retour })}`, cookie)
  expect(left.status).toBe(302)
  return fromProvider(left.headers.get('location')!, [cookie, cookiesOf(left)].filter(Boolean).join('; '))
}
async function fromProvider(url: string, cookies: string) {
  const back = await provider.visit(url)
  return { back: back.pathname + back.search, cookies }
}
async function comesIn(retour = '', cookie = '') {
  const { back, cookies } = await roundTrip(retour, cookie)
  return get(back, cookies)
}
/** From one's own account, with the password: what attaching begins with. */
const asks = (cookie: string, proof = PASSWORD) =>
  app.request('/compte', { method: 'POST', body: form({ intent: 'relier', proof }), headers: { cookie } })
async function attaching(cookie: string) {
  const asked = await asks(cookie)
  const link = elementsOf(await asked.text()).find(({ attributes }) =>
    attributes.get('href')?.startsWith(provider.issuer),
  )
  return fromProvider(
    link!.attributes.get('href')!.replaceAll('&amp;', '&'),
    `${cookie}; ${cookiesOf(asked)}`,
  )
}
async function attaches(cookie: string) {
  const { back, cookies } = await attaching(cookie)
  return get(back, cookies)
}
const subject = () => `sub-${randomUUID()}`
const nameIn = async (cookie: string) => {
  const html = await (await get('/compte', cookie)).text()
  return html.match(/name="name"[^>]*value="([^"]*)"/)?.[1] ?? null
}
const identitiesOf = ({ id }: Person) =>
  rows('select subject from account_identity where detached_at is null and account_id = $1', [id])

describe('Signing in through the provider', () => {
  it('knows a person by the address it vouches for, and lands where they were going', async () => {
    const person = await aPerson(database.superuser, { gescod: 'staff' }, 'Dominique Essai')
    expect(await (await get('/connexion')).text()).toContain('Se connecter avec ProConnect')
    provider.comes({ subject: subject(), email: person.email.toUpperCase() })
    const response = await comesIn('/gescod/bureau')
    expect([response.status, response.headers.get('location')]).toEqual([302, '/gescod/bureau'])
    expect(await nameIn(cookiesOf(response))).toBe('Dominique Essai')
    expect((await get('/gescod/bureau', cookiesOf(response))).status).toBe(200)
  })

  it('knows them afterwards by its own name for them, whatever either address became', async () => {
    const person = await aPerson(database.superuser, {}, 'Morgan Essai')
    const visitor = { subject: subject(), email: person.email }
    provider.comes(visitor)
    await comesIn()
    provider.comes({ ...visitor, email: `${randomUUID()}@essai.example` })
    expect(await nameIn(cookiesOf(await comesIn()))).toBe('Morgan Essai')
  })

  it('does not take an address it has not proven for proof', async () => {
    configure({ OIDC_TRUST_EMAIL: 'false' })
    const person = await aPerson(database.superuser)
    for (const emailVerified of [undefined, false]) {
      provider.comes({ subject: subject(), email: person.email, emailVerified })
      expect((await comesIn()).status).toBe(403)
    }
    expect(await identitiesOf(person)).toEqual([])
    provider.comes({ subject: subject(), email: person.email, emailVerified: true })
    expect((await comesIn()).status).toBe(302)
  })

  it('makes no account: who is unknown is told how to have one', async () => {
    const email = `${randomUUID()}@essai.example`
    provider.comes({ subject: subject(), email })
    const response = await comesIn()
    const html = await response.text()
    expect([response.status, html.includes(email), html.includes('invitation à votre réseau')]).toEqual([
      403,
      true,
      true,
    ])
    expect(await rows('select 1 from account where email = $1', [email])).toEqual([])
  })

  it('refused by the person at the provider is said, and opens nothing', async () => {
    const person = await aPerson(database.superuser)
    provider.comes({ subject: subject(), email: person.email, refuses: true })
    const response = await comesIn()
    expect([response.status, cookiesOf(response).includes('maillage_session')]).toEqual([403, false])
    expect(await response.text()).toContain('n’a pas confirmé qui vous êtes')
  })

  it('comes back once, to the browser that left, within ten minutes', async () => {
    const person = await aPerson(database.superuser)
    provider.comes({ subject: subject(), email: person.email })
    const used = await roundTrip()
    expect((await get(used.back, used.cookies)).status).toBe(302)
    expect((await get(used.back, used.cookies)).status).toBe(410)
    const stolen = await roundTrip()
    const other = await roundTrip()
    expect((await get(stolen.back)).status).toBe(410)
    expect((await get(stolen.back, other.cookies)).status).toBe(410)
    const late = await roundTrip()
    const then = now
    now = new Date(now.getTime() + 11 * 60_000)
    expect((await get(late.back, late.cookies)).status).toBe(410)
    now = then
  })

  it('refuses an answer that was made for another attempt, or whose code was changed', async () => {
    const person = await aPerson(database.superuser)
    provider.comes({ subject: subject(), email: person.email })
    const attempt = await roundTrip()
    await rows(`update oidc_attempt set nonce = 'another'`)
    expect((await get(attempt.back, attempt.cookies)).status).toBe(403)
    const changed = await roundTrip()
    expect((await get(changed.back.replace(/code=[^&]+/, 'code=made-up'), changed.cookies)).status).toBe(403)
    const noVerifier = await roundTrip()
    await rows(`update oidc_attempt set code_verifier = 'x'`)
    expect((await get(noVerifier.back, noVerifier.cookies)).status).toBe(403)
    expect(await identitiesOf(person)).toEqual([])
  })

  it('refuses an answer of a lower level than was asked', async () => {
    configure({ OIDC_ACR: 'eidas2' })
    const person = await aPerson(database.superuser)
    provider.comes({ subject: subject(), email: person.email })
    expect((await comesIn()).status).toBe(403)
    expect(await identitiesOf(person)).toEqual([])
  })

  it('leads to our own pages alone', async () => {
    const person = await aPerson(database.superuser)
    provider.comes({ subject: subject(), email: person.email })
    expect((await comesIn('//evil.example')).headers.get('location')).toBe('/connexion')
  })

  it('does not open a demonstration account where they are refused', async () => {
    configureSignIn({ demoAccounts: false })
    const email = `${randomUUID()}@gescod.demo`
    await rows('insert into account (id, email, name) values ($1, $2, $3)', [randomUUID(), email, 'Démo'])
    provider.comes({ subject: subject(), email })
    expect((await comesIn()).status).toBe(403)
  })

  it('that is down says so, while passwords still work; that comes back works again', async () => {
    const person = await aPerson(database.superuser)
    configure({ OIDC_ISSUER: 'http://127.0.0.1:9' })
    const response = await get(ENTER)
    expect([response.status, (await response.text()).includes('ne répond pas')]).toEqual([503, true])
    expect((await get('/connexion')).status).toBe(200)
    expect(await signedIn(app, person)).toContain('maillage_session')
    configure()
    expect((await get(ENTER)).status).toBe(302)
  })

  it('is absent where no provider is configured', async () => {
    configureOidc(null)
    expect((await get(ENTER)).status).toBe(404)
    expect((await get(`${RETURN}?state=x&code=y`)).status).toBe(404)
    expect(await (await get('/connexion')).text()).not.toContain('fournisseur')
  })
})

describe('One’s own account', () => {
  it('attaches an identity whatever its address, and detaches it', async () => {
    const person = await aPerson(database.superuser, {}, 'Sacha Essai')
    const cookie = await signedIn(app, person)
    const visitor = { subject: subject(), email: `${randomUUID()}@ailleurs.example` }
    provider.comes(visitor)
    // Going there without having asked for it attaches nothing: it signs in, or not.
    expect((await comesIn('/compte', cookie)).status).toBe(403)
    expect(await identitiesOf(person)).toEqual([])
    expect((await asks(cookie, 'pas celui-ci')).status).toBe(422)
    const attached = await attaches(cookie)
    expect(attached.headers.get('location')).toBe('/compte')
    expect(await nameIn(cookiesOf(await comesIn()))).toBe('Sacha Essai')
    await app.request('/compte', { method: 'POST', body: form({ intent: 'detacher' }), headers: { cookie } })
    expect(await identitiesOf(person)).toEqual([])
    expect((await comesIn()).status).toBe(403)
    // Nor by the address of the account itself, proven anew: it was their choice. They undo it themselves.
    provider.comes({ ...visitor, email: person.email })
    const refused = await comesIn()
    expect([refused.status, (await refused.text()).includes('ne plus vous connecter')]).toEqual([403, true])
    await attaches(cookie)
    expect(await nameIn(cookiesOf(await comesIn()))).toBe('Sacha Essai')
  })

  it('cannot take an identity that somebody else attached, nor be given one by another session', async () => {
    const [first, second] = [await aPerson(database.superuser), await aPerson(database.superuser)]
    const [mine, theirs] = [await signedIn(app, first), await signedIn(app, second)]
    provider.comes({ subject: subject(), email: 'x@ailleurs.example' })
    await attaches(mine)
    expect((await attaches(theirs)).status).toBe(409)
    provider.comes({ subject: subject(), email: 'y@ailleurs.example' })
    const third = await signedIn(app, await aPerson(database.superuser))
    const begun = await attaching(third)
    const others = begun.cookies.replace(third, theirs)
    expect((await get(begun.back, others)).status).toBe(410)
    expect(await identitiesOf(second)).toEqual([])
  })
})
