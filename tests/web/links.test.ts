import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo, nextMailTo } from '#tests/support/mails.ts'
import { aPerson, PASSWORD } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp
let now = new Date('2026-11-20T09:00:00Z')

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } })
})

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const nameShown = async (cookie: string) => {
  const response = await app.request('/compte', { headers: { cookie } })
  return response.status === 200
}
const linkFor = async (page: string, email: string, retour = '') => {
  const before = (await mailsTo(database.superuser, email)).length
  expect((await post(page, { email, retour })).status).toBe(200)
  return (await nextMailTo(database.superuser, email, before)).link
}

describe('A sign-in link', () => {
  it('is promised alike to a known and an unknown address', async () => {
    const { email } = await aPerson(database.superuser)
    const told = await Promise.all(
      [email, 'personne@essai.example'].map(async (typed) => {
        const response = await post('/connexion/lien', { email: typed })
        const [nonce] = response.headers.get('content-security-policy')!.match(/(?<='nonce-)[^']+/)!
        const id = response.headers.get('x-request-id')!
        const text = (await response.text())
          .replaceAll(typed, 'TYPED')
          .replaceAll(nonce, '')
          .replaceAll(id, '')
        return [response.status, text]
      }),
    )
    expect(told[0]).toEqual(told[1])
    await nextMailTo(database.superuser, email)
    expect(await mailsTo(database.superuser, 'personne@essai.example')).toEqual([])
  })

  it('is not spent by being opened, opens one session by its button, and leads where one was going', async () => {
    const { email } = await aPerson(database.superuser, { gescod: 'staff' })
    const link = await linkFor('/connexion/lien', email, '/gescod/bureau/structures')
    expect((await app.request(link)).status).toBe(200)
    const answers = await Promise.all([post(link, {}), post(link, {}), post(link, {})])
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 410, 410])
    const opened = answers.find(({ status }) => status === 302)!
    expect(opened.headers.get('location')).toBe('/gescod/bureau/structures')
    expect(await nameShown(cookieOf(opened))).toBe(true)
    expect((await app.request(link)).status).toBe(410)
  })

  it('is dead after its twenty minutes, and says how to have another', async () => {
    const { email } = await aPerson(database.superuser)
    const link = await linkFor('/connexion/lien', email)
    now = new Date(now.getTime() + 21 * 60_000)
    const response = await post(link, {})
    expect(response.status).toBe(410)
    expect(await response.text()).toContain('href="/connexion/lien"')
  })

  it('leads nowhere else than to our own pages', async () => {
    const { email } = await aPerson(database.superuser)
    const link = await linkFor('/connexion/lien', email, '//evil.example')
    expect((await post(link, {})).headers.get('location')).toMatch(/^\/(?!\/)/)
  })

  it('is kept as a hash: no row holds what the mail said', async () => {
    const { email } = await aPerson(database.superuser)
    const token = (await linkFor('/connexion/lien', email)).split('/').at(-1)!
    const { rows } = await database.superuser.query('select * from account_token')
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('is sent five times and no more in a quarter of an hour, without saying so', async () => {
    const { email } = await aPerson(database.superuser)
    for (let time = 0; time < 5; time++) await linkFor('/connexion/lien', email)
    const response = await post('/connexion/lien', { email })
    expect(response.status).toBe(200)
    // Another person's mail, asked later, arrives: the sixth would have been there by then.
    await linkFor('/connexion/lien', (await aPerson(database.superuser)).email)
    expect(await mailsTo(database.superuser, email)).toHaveLength(5)
  })
})

describe('A forgotten password', () => {
  it('is replaced by a link that serves once; every other session ends, and the former password is refused', async () => {
    const person = await aPerson(database.superuser)
    const elsewhere = await signedIn(app, person)
    const link = await linkFor('/connexion/oubli', person.email)
    const refused = await post(link, { password: 'court' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('pas assez long')
    const chosen = await post(link, { password: 'Nouveau-Mot-2026' })
    expect(chosen.status).toBe(302)
    expect(await nameShown(cookieOf(chosen))).toBe(true)
    expect(await nameShown(elsewhere)).toBe(false)
    expect((await post(link, { password: 'Encore-Un-Mot-2027' })).status).toBe(410)
    await expect(signedIn(app, person, PASSWORD)).rejects.toThrow()
    await expect(signedIn(app, person, 'Nouveau-Mot-2026')).resolves.toBeDefined()
  })

  it('does not open by a link made to sign in, nor the other way round', async () => {
    const { email } = await aPerson(database.superuser)
    const signIn = await linkFor('/connexion/lien', email)
    const reset = await linkFor('/connexion/oubli', email)
    const other = (link: string, to: string) => `${to}/${link.split('/').at(-1)}`
    expect((await post(other(signIn, '/connexion/oubli'), { password: 'Nouveau-Mot-2026' })).status).toBe(410)
    expect((await post(other(reset, '/connexion/lien'), {})).status).toBe(410)
  })
})
