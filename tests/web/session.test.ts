import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { configureSessions } from '#server/identity/session/lucia.server.ts'
import type { Account } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { PASSWORD } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let person: Account

beforeAll(async () => {
  app = await startApp()
  person = (await staffOf(database.superuser, 'so-cooperation')).account
})
afterEach(() => configureSessions('http://maillage.test'))

const idIn = (cookie: string) => cookie.slice(cookie.indexOf('=') + 1)
const signIn = (cookie = '') =>
  app.request('/connexion', {
    method: 'POST',
    body: form({ email: person.email, password: PASSWORD }),
    headers: { cookie },
  })
const opens = async (cookie: string) => {
  const { status } = await app.request('/so-cooperation/bureau', { headers: { cookie } })
  return status === 200
}
const sessions = async () => {
  const { rows } = await database.owner.query<{ id_hash: string }>('select id_hash from account_session')
  return rows.map((row) => row.id_hash)
}

describe('Signing in', () => {
  it('gives a cookie that scripts cannot read, that other sites do not send, for the whole site', async () => {
    const cookie = (await signIn()).headers.getSetCookie()
    expect(cookie).toHaveLength(1)
    const [pair, ...attributes] = cookie[0]!.split('; ')
    expect(pair).toMatch(/^maillage_session=[a-z0-9]{40}$/)
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Lax', 'Path=/']))
    expect(attributes).not.toContain('Secure')
  })

  it('gives a cookie for https only where the product is served by https', async () => {
    configureSessions('https://maillage.example')
    const cookie = (await signIn()).headers.get('set-cookie')!
    expect(cookie.split('; ')).toEqual(expect.arrayContaining(['Secure', 'HttpOnly', 'SameSite=Lax']))
  })

  it('changes the session: the one before opens nothing any more', async () => {
    const former = await signedIn(app, person)
    expect(await opens(former)).toBe(true)
    const next = (await signIn(former)).headers.get('set-cookie')!.split(';')[0]!
    expect(next).not.toBe(former)
    expect([await opens(former), await opens(next)]).toEqual([false, true])
  })

  it('does not take up a session somebody else chose', async () => {
    const planted = `maillage_session=${'a'.repeat(40)}`
    const given = (await signIn(planted)).headers.get('set-cookie')!.split(';')[0]!
    expect(given).not.toBe(planted)
    expect(await opens(planted)).toBe(false)
  })

  it('leaves no trace of the cookie in any column, so that a copy of the database opens nothing', async () => {
    const id = idIn(await signedIn(app, person))
    const { rows } = await database.superuser.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    )
    const holding: string[] = []
    for (const { name } of rows) {
      const found = await database.superuser.query(`select 1 from ${name} t where strpos(t::text, $1) > 0`, [
        id,
      ])
      if (found.rowCount) holding.push(name)
    }
    expect(rows.map(({ name }) => name)).toContain('public.account_session')
    expect(holding).toEqual([])
  })
})

describe('Signing out', () => {
  const signOut = (cookie: string) =>
    app.request('/compte/deconnexion', { method: 'POST', headers: { cookie } })

  it('ends the session on the server: the cookie kept aside opens nothing', async () => {
    const [here, elsewhere] = [await signedIn(app, person), await signedIn(app, person)]
    const response = await signOut(here)
    expect(response.headers.get('set-cookie')).toMatch(/^maillage_session=; .*Max-Age=0/)
    expect([await opens(here), await opens(elsewhere)]).toEqual([false, true])
  })

  it('is not done by a mere link, which another page could show as an image', async () => {
    const cookie = await signedIn(app, person)
    await app.request('/compte/deconnexion', { headers: { cookie } })
    expect(await opens(cookie)).toBe(true)
  })
})

describe('A session', () => {
  it('opens nothing after its day, and is gone from the table', async () => {
    const others = await sessions()
    const cookie = await signedIn(app, person)
    expect(await sessions()).toHaveLength(others.length + 1)
    await database.owner.query(`update account_session set expires_at = now() - interval '1 minute'`)
    expect(await opens(cookie)).toBe(false)
    expect((await sessions()).sort()).toEqual(others.sort())
  })

  it('in its second half is prolonged by being used, and its cookie with it', async () => {
    const cookie = await signedIn(app, person)
    await database.owner.query(`update account_session set expires_at = now() + interval '10 days'`)
    const response = await app.request('/so-cooperation', { headers: { cookie } })
    expect(response.headers.get('set-cookie')).toMatch(new RegExp(`^${cookie}; .*HttpOnly`))
    const { rows } = await database.owner.query(
      `select max(expires_at) > now() + interval '29 days' as prolonged from account_session`,
    )
    expect(rows).toEqual([{ prolonged: true }])
  })

  it('whose cookie is anything else opens nothing and breaks nothing', async () => {
    for (const value of ['', 'x', '%00', '"', "' or 1=1 --", 'é', 'a'.repeat(4000), '../../etc']) {
      const headers = { cookie: `maillage_session=${encodeURIComponent(value)}` }
      expect((await app.request('/so-cooperation/bureau', { headers })).status, value).toBe(302)
      expect((await app.request('/so-cooperation', { headers })).status, value).toBe(200)
    }
  })
})
