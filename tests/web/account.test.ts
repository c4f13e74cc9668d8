import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson, PASSWORD } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0'
const get = (path: string, cookie: string) => app.request(path, { headers: { cookie } })
const post = (path: string, cookie: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const isIn = async (cookie: string) => (await get('/compte', cookie)).status === 200
const emailOf = async (id: string) =>
  (await database.superuser.query('select email from account where id = $1', [id])).rows[0].email

describe("One's own account", () => {
  it('asks who is not signed in to sign in', async () => {
    for (const page of ['/compte', '/compte/mot-de-passe', '/compte/adresse', '/compte/sessions'])
      expect((await get(page, '')).headers.get('location'), page).toBe(
        `/connexion?retour=${encodeURIComponent(page)}`,
      )
  })

  it('takes another name and another language', async () => {
    const cookie = await signedIn(app, await aPerson(database.superuser))
    expect((await post('/compte', cookie, { name: 'Alix Nouveau', locale: 'en' })).status).toBe(200)
    const text = await (await get('/compte', cookie)).text()
    expect(text).toContain('Alix Nouveau')
    expect(text).toContain('<html lang="en"')
    expect((await post('/compte', cookie, { name: ' ', locale: 'en' })).status).toBe(422)
  })

  it('shows its sessions with their device, closes one, and closes all', async () => {
    const person = await aPerson(database.superuser)
    const body = form({ email: person.email, password: PASSWORD })
    const headers = { 'user-agent': FIREFOX }
    const other = await app.request('/connexion', { method: 'POST', body, headers })
    const elsewhere = other.headers.get('set-cookie')!.split(';')[0]!
    const here = await signedIn(app, person)
    const text = await (await get('/compte/sessions', here)).text()
    expect(text).toContain('Firefox, Linux')
    const id = text.match(/name="session" value="([^"]+)"/)![1]!
    expect((await post('/compte/sessions', here, { session: id })).status).toBe(200)
    expect([await isIn(elsewhere), await isIn(here)]).toEqual([false, true])
    const third = await signedIn(app, person)
    expect((await post('/compte/sessions', here, { intent: 'partout' })).status).toBe(302)
    expect([await isIn(third), await isIn(here)]).toEqual([false, false])
  })

  it("closes nobody else's session", async () => {
    const victim = await signedIn(app, await aPerson(database.superuser))
    const { rows } = await database.superuser.query('select id_hash from account_session')
    const cookie = await signedIn(app, await aPerson(database.superuser))
    for (const { id_hash } of rows) await post('/compte/sessions', cookie, { session: id_hash })
    expect(await isIn(victim)).toBe(true)
  })

  it('changes its password for who knows the present one, and ends the other sessions', async () => {
    const person = await aPerson(database.superuser)
    const [here, elsewhere] = [await signedIn(app, person), await signedIn(app, person)]
    const change = (current: string, password: string) =>
      post('/compte/mot-de-passe', here, { current, password })
    expect((await change('pas le bon', 'Nouveau-Mot-2026')).status).toBe(422)
    expect((await change(PASSWORD, 'court')).status).toBe(422)
    expect(await isIn(elsewhere)).toBe(true)
    expect((await change(PASSWORD, 'Nouveau-Mot-2026')).status).toBe(200)
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false])
    expect(await (await get('/compte/sessions', here)).text()).toContain('Mot de passe changé')
  })

  it('takes a new address once both addresses said yes, in either order', async () => {
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const person = await aPerson(database.superuser)
      const fresh = `nouvelle-${person.id}@essai.example`
      const cookie = await signedIn(app, person)
      expect((await post('/compte/adresse', cookie, { email: fresh })).status).toBe(200)
      const links = [
        (await mailsTo(database.superuser, person.email))[0]!.link,
        (await mailsTo(database.superuser, fresh))[0]!.link,
      ]
      await post(links[order[0]!]!, '', {})
      expect(await emailOf(person.id)).toBe(person.email)
      // Saying yes twice from one address is not two yes.
      await post(links[order[0]!]!, '', {})
      expect(await emailOf(person.id)).toBe(person.email)
      await post(links[order[1]!]!, cookie, {})
      expect(await emailOf(person.id)).toBe(fresh)
      expect(await isIn(cookie)).toBe(true)
    }
  })

  it("never takes somebody else's address, and does not tell that it is taken", async () => {
    const [person, other] = [await aPerson(database.superuser), await aPerson(database.superuser)]
    const cookie = await signedIn(app, person)
    const taken = await post('/compte/adresse', cookie, { email: other.email })
    const free = await post('/compte/adresse', cookie, { email: 'libre@essai.example' })
    expect(taken.status).toBe(free.status)
    expect(await mailsTo(database.superuser, other.email)).toEqual([])
  })
})
