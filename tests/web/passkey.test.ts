import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { nextMailTo } from '#tests/support/mails.ts'
import { aPerson, PASSWORD, type Person } from '#tests/support/people.ts'
import { SoftwareKey } from '#tests/support/software-key.ts'

const database = useDatabase()
let app: TestApp
let now = new Date('2026-11-20T09:00:00Z')

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } })
})

const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const isIn = async (cookie: string) => (await get('/compte', cookie)).status === 200

/** What the page asks at the click. */
async function optionsOf(path: string, cookie: string): Promise<{ challenge: string }> {
  const response = await get(`${path}/question`, cookie)
  expect(response.status).toBe(200)
  return (await response.json()) as { challenge: string }
}

async function addKey(cookie: string, key = new SoftwareKey()) {
  const options = await optionsOf('/compte/cles', cookie)
  const fields = {
    intent: 'ajouter',
    name: 'Téléphone',
    password: PASSWORD,
    response: JSON.stringify(key.registered(options)),
  }
  const response = await post('/compte/cles', fields, cookie)
  const html = await response.text()
  expect([response.status, html.includes('La clé est ajoutée')]).toEqual([200, true])
  return { key, codes: [...new Set(html.match(/\b(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}\b/g) ?? [])] }
}

async function withKey(grants: Parameters<typeof aPerson>[1] = {}) {
  const person = await aPerson(database.superuser, grants)
  const cookie = await signedIn(app, person)
  return { person, cookie, ...(await addKey(cookie)) }
}

/** The first step: a password, after which a passkey is asked. */
async function awaiting(person: Person, retour = '') {
  const response = await post('/connexion', { email: person.email, password: PASSWORD, retour })
  expect(response.headers.get('location')).toMatch(/^\/connexion\/cle/)
  return cookieOf(response)
}
const answer = (cookie: string, response: unknown, retour = '') =>
  post('/connexion/cle', { response: JSON.stringify(response), retour }, cookie)

describe('A passkey', () => {
  it('is asked after the password, and nothing opens before it answers', async () => {
    const { person, key } = await withKey({ gescod: 'staff' })
    const cookie = await awaiting(person, '/gescod/bureau/structures')
    expect(await isIn(cookie)).toBe(false)
    expect((await get('/gescod/bureau', cookie)).status).toBe(302)
    const response = key.answered(await optionsOf('/connexion/cle', cookie))
    const opened = await answer(cookie, response, '/gescod/bureau/structures')
    expect(opened.headers.get('location')).toBe('/gescod/bureau/structures')
    expect(await isIn(cookieOf(opened))).toBe(true)
    // The half-open session ended with it.
    expect((await get('/connexion/cle', cookie)).headers.get('location')).toBe('/connexion')
  })

  it('is asked after an e-mail link and after a forgotten password too', async () => {
    const { person } = await withKey()
    await post('/connexion/lien', { email: person.email })
    const link = (await nextMailTo(database.superuser, person.email, 1)).link
    const byLink = await post(link, {})
    expect(byLink.headers.get('location')).toMatch(/^\/connexion\/cle/)
    expect(await isIn(cookieOf(byLink))).toBe(false)
    await post('/connexion/oubli', { email: person.email })
    const reset = (await nextMailTo(database.superuser, person.email, 2)).link
    const byReset = await post(reset, { password: 'Une-Autre-Phrase-42!' })
    expect(byReset.headers.get('location')).toMatch(/^\/connexion\/cle/)
    expect(await isIn(cookieOf(byReset))).toBe(false)
  })

  it.each([
    ['made for another site', { rpId: 'evil.example' }],
    ['answered on another site', { origin: 'https://evil.example' }],
    ['whose counter went back', { counter: 1 }],
    ['that answers as if it were being made', { type: 'webauthn.create' }],
  ])('%s is refused', async (_, told) => {
    const { person, key } = await withKey()
    const cookie = await awaiting(person)
    const refused = await answer(cookie, key.answered(await optionsOf('/connexion/cle', cookie), told))
    expect([refused.status, cookieOf(refused)]).toEqual([422, ''])
    expect(await refused.text()).toContain('n’a pas pu être vérifiée')
  })

  it('answers a challenge once, within five minutes, and of its own session', async () => {
    const { person, key } = await withKey()
    const [one, two] = [await awaiting(person), await awaiting(person)]
    const forOne = await optionsOf('/connexion/cle', one)
    await optionsOf('/connexion/cle', two)
    expect((await answer(two, key.answered(forOne))).status).toBe(422)
    const response = key.answered(forOne)
    const answers = await Promise.all([answer(one, response), answer(one, response), answer(one, response)])
    expect(answers.filter(({ status }) => status === 302 || status === 202).length).toBeGreaterThan(0)
    expect(answers.filter((each) => cookieOf(each) !== '')).toHaveLength(1)
    const late = await awaiting(person)
    const options = await optionsOf('/connexion/cle', late)
    now = new Date(now.getTime() + 6 * 60_000)
    expect((await answer(late, key.answered(options))).status).toBe(422)
  })

  it('of somebody else opens nothing, and cannot be renamed nor removed', async () => {
    const [mine, theirs] = [await withKey(), await withKey()]
    const cookie = await awaiting(mine.person)
    const options = await optionsOf('/connexion/cle', cookie)
    expect((await answer(cookie, theirs.key.answered(options))).status).toBe(422)
    const key = Buffer.from(theirs.key.id).toString('base64url')
    expect((await post('/compte/cles', { intent: 'renommer', key, name: 'Volée' }, mine.cookie)).status).toBe(
      404,
    )
    const removal = { intent: 'retirer', key, password: PASSWORD }
    expect((await post('/compte/cles', removal, mine.cookie)).status).toBe(404)
    expect(await rows('select name from passkey where id = $1', [key])).toEqual([{ name: 'Téléphone' }])
  })

  it('is not kept when its making was asked by another session, or is told twice', async () => {
    const person = await aPerson(database.superuser)
    const [one, two] = [await signedIn(app, person), await signedIn(app, person)]
    const key = new SoftwareKey()
    const response = JSON.stringify(key.registered(await optionsOf('/compte/cles', one)))
    await optionsOf('/compte/cles', two)
    const fields = { intent: 'ajouter', name: 'Clé', password: PASSWORD, response }
    expect((await post('/compte/cles', fields, two)).status).toBe(422)
    expect((await post('/compte/cles', fields, one)).status).toBe(200)
    expect((await post('/compte/cles', fields, one)).status).toBe(422)
    expect((await post('/compte/cles', { ...fields, response: '{"id":1}' }, one)).status).toBe(422)
  })

  it('is neither made nor kept without the password: a browser left open is not its person', async () => {
    const person = await aPerson(database.superuser)
    const cookie = await signedIn(app, person)
    const response = JSON.stringify(new SoftwareKey().registered(await optionsOf('/compte/cles', cookie)))
    const without = await post('/compte/cles', { intent: 'ajouter', name: 'Clé', response }, cookie)
    expect([without.status, (await without.text()).includes('mot de passe actuel ne convient pas')]).toEqual([
      422,
      true,
    ])
    expect(await rows('select 1 from passkey where account_id = $1', [person.id])).toEqual([])
    await addKey(cookie)
    expect((await nextMailTo(database.superuser, person.email)).template).toBe('identity.security')
  })

  it('is removed with the password; without the last one, a password is enough again', async () => {
    const { person, cookie, key } = await withKey()
    const id = Buffer.from(key.id).toString('base64url')
    const without = await post('/compte/cles', { intent: 'retirer', key: id, password: 'autre' }, cookie)
    expect(without.status).toBe(422)
    expect(
      (await post('/compte/cles', { intent: 'retirer', key: id, password: PASSWORD }, cookie)).status,
    ).toBe(200)
    expect(await isIn(await signedIn(app, person))).toBe(true)
    expect(await rows('select 1 from recovery_code where account_id = $1', [person.id])).toEqual([])
    const text = await (await get('/compte/sessions', cookie)).text()
    expect(text).toContain('Clé d’accès retirée')
  })
})

describe('A session that awaits a passkey', () => {
  it('ends within the hour, and is asked nothing by who has not begun', async () => {
    const { person, key } = await withKey()
    const cookie = await awaiting(person)
    expect((await get('/connexion/cle/question')).status).toBe(401)
    now = new Date(now.getTime() + 61 * 60_000)
    expect((await get('/connexion/cle', cookie)).headers.get('location')).toBe('/connexion')
    const late = await answer(cookie, key.answered({ challenge: 'x' }))
    expect(late.headers.get('location')).toBe('/connexion')
  })

  it('does not give back its tries to who knows the password', async () => {
    const { person, codes } = await withKey()
    const statuses: number[] = []
    for (let guess = 0; guess < 7; guess++) {
      const response = await post('/connexion', { email: person.email, password: PASSWORD })
      if (response.status !== 302) statuses.push(response.status)
      else
        statuses.push(
          (await post('/connexion/cle', { intent: 'code', code: 'AAAA' }, cookieOf(response))).status,
        )
    }
    expect(statuses.at(-1)).toBe(429)
    expect(codes).toHaveLength(10)
  })
})

describe('A person without a password', () => {
  it('removes their key with a recovery code, and not without', async () => {
    const { person, cookie, key, codes } = await withKey()
    await rows('update account set password_hash = null where id = $1', [person.id])
    // A form that is refused for another reason spends no code.
    const weak = { current: codes[0]!, password: 'court' }
    expect((await post('/compte/mot-de-passe', weak, cookie)).status).toBe(422)
    const removal = { intent: 'retirer', key: Buffer.from(key.id).toString('base64url') }
    expect((await post('/compte/cles', removal, cookie)).status).toBe(422)
    expect((await post('/compte/cles', { ...removal, password: codes[0]! }, cookie)).status).toBe(200)
    expect(await rows('select 1 from passkey where account_id = $1', [person.id])).toEqual([])
    // With neither, having just signed in is asked.
    const fields = { current: '', password: 'Une-Autre-Phrase-42!' }
    now = new Date(now.getTime() + 16 * 60_000)
    const late = await post('/compte/mot-de-passe', fields, cookie)
    expect([late.status, (await late.text()).includes('reconnectez-vous')]).toEqual([422, true])
    await post('/connexion/lien', { email: person.email })
    const link = (await nextMailTo(database.superuser, person.email, 2)).link
    const fresh = cookieOf(await post(link, {}))
    expect(await (await post('/compte/mot-de-passe', fields, fresh)).text()).toContain('Votre mot de passe')
  })
})

describe('A recovery code', () => {
  it('signs in once who lost their key, typed in any way, and is kept as a hash', async () => {
    const { person, codes } = await withKey()
    expect(codes).toHaveLength(10)
    expect(JSON.stringify(await rows('select * from recovery_code'))).not.toContain(codes[0])
    const use = async (code: string) =>
      post('/connexion/cle', { intent: 'code', code }, await awaiting(person))
    const opened = await use(` ${codes[0]!.toLowerCase().replaceAll('-', ' ')} `)
    expect(await isIn(cookieOf(opened))).toBe(true)
    const again = await use(codes[0]!)
    expect([again.status, (await again.text()).includes('a déjà servi')]).toEqual([422, true])
  })

  it('of one account is nothing to another, and guesses are counted', async () => {
    const [mine, theirs] = [await withKey(), await withKey()]
    const cookie = await awaiting(mine.person)
    const statuses: number[] = []
    for (let guess = 0; guess < 12; guess++)
      statuses.push((await post('/connexion/cle', { intent: 'code', code: theirs.codes[0]! }, cookie)).status)
    expect(statuses[0]).toBe(422)
    expect(statuses.at(-1)).toBe(429)
  })

  it('is replaced with the nine others, and the former are dead', async () => {
    const { person, cookie, codes } = await withKey()
    const renewed = await post('/compte/cles', { intent: 'codes', password: PASSWORD }, cookie)
    const [fresh] = (await renewed.text()).match(/\b(?:[A-Z2-9]{4}-){3}[A-Z2-9]{4}\b/) ?? []
    const use = async (code: string) =>
      post('/connexion/cle', { intent: 'code', code }, await awaiting(person))
    expect((await use(codes[1]!)).status).toBe(422)
    expect(await isIn(cookieOf(await use(fresh!)))).toBe(true)
  })
})

describe('A network that asks its administrators for a passkey', () => {
  const DESK = '/gescod/bureau'

  it('cannot be told so by who has none, and tells so in words', async () => {
    const person = await aPerson(database.superuser, { gescod: 'admin' })
    const cookie = await signedIn(app, person)
    const refused = await post(`${DESK}/securite`, { obligatoire: 'oui' }, cookie)
    expect([refused.status, (await refused.text()).includes('Ajoutez d’abord')]).toEqual([422, true])
    const staff = await signedIn(app, await aPerson(database.superuser, { gescod: 'staff' }))
    expect((await post(`${DESK}/securite`, { obligatoire: 'oui' }, staff)).status).toBe(403)
  })

  it('closes its bureau to an administrator without one, pages and widgets, until they add it', async () => {
    const first = await withKey({ gescod: 'admin' })
    expect((await post(`${DESK}/securite`, { obligatoire: 'oui' }, first.cookie)).status).toBe(302)
    const other = await aPerson(database.superuser, { gescod: 'admin', resacoop: 'admin' })
    const cookie = await signedIn(app, other)
    const page = await get(DESK, cookie)
    expect([page.status, page.headers.get('location')]).toEqual([302, '/compte/cles?reseau=gescod'])
    expect(await (await get('/compte/cles?reseau=gescod', cookie)).text()).toContain(
      'demande une clé d’accès',
    )
    const input = encodeURIComponent(JSON.stringify({ network: 'gescod', q: '' }))
    const widget = `/api/trpc/crm.findOrganisations?input=${input}`
    expect([(await get(widget, first.cookie)).status, (await get(widget, cookie)).status]).toEqual([200, 403])
    // Elsewhere nothing changes.
    expect((await get('/resacoop/bureau', cookie)).status).toBe(200)
    await addKey(cookie)
    expect((await get(DESK, cookie)).status).toBe(200)
    expect(await (await get(`${DESK}/journal`, cookie)).text()).toContain('rendu la clé d’accès obligatoire')
    await post(`${DESK}/securite`, { obligatoire: 'non' }, first.cookie)
    const third = await signedIn(app, await aPerson(database.superuser, { gescod: 'admin' }))
    expect((await get(DESK, third)).status).toBe(200)
  })
})
