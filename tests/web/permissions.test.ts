import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, noonOf, type Person } from '#tests/support/people.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let id: string
let cookies: { staff: string; admin: string; elsewhere: string; nobody: string }

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  id = (await aListing(staff)).id
  const cookieOf = async (person: Person) => signedIn(app, person)
  cookies = {
    staff: await cookieOf(staff.account),
    admin: await cookieOf(await aPerson(database.superuser, { 'so-cooperation': 'admin' })),
    elsewhere: await cookieOf(await aPerson(database.superuser, { resacoop: 'admin' })),
    nobody: await cookieOf(await aPerson(database.superuser)),
  }
})

const desk = (network = 'so-cooperation') => {
  const home = `/${network}/bureau`
  const one = `${home}/structures/${id}`
  return [home, `${home}/structures?q=a&page=1`, `${home}/structures/nouvelle`, one, `${one}/modifier`]
}
const statusOf = async (path: string, cookie = '', init: RequestInit = {}) =>
  (await app.request(path, { ...init, headers: { cookie } })).status
const linksOf = async (path: string, cookie: string) => {
  const html = await (await app.request(path, { headers: { cookie } })).text()
  return elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])
}
const statuses = (paths: string[], cookie: string) => Promise.all(paths.map((path) => statusOf(path, cookie)))
const WRITES: Record<string, Record<string, string>> = {
  'structures/nouvelle': { name: 'X', type: 'other' },
  'structures/:id': { intent: 'retirer' },
  'structures/:id/modifier': { name: 'X', type: 'other', version: '2' },
}

describe('The desk of a network', () => {
  it('opens to its staff and to its administrators', async () => {
    for (const cookie of [cookies.staff, cookies.admin])
      expect(await statuses(desk(), cookie)).toEqual([200, 200, 200, 200, 200])
  })

  it('asks who is not signed in to sign in, and brings them back to the very page', async () => {
    for (const path of desk()) {
      const response = await app.request(path)
      expect(response.status).toBe(302)
      const location = new URL(response.headers.get('location')!, 'http://maillage.test')
      expect([location.pathname, location.searchParams.get('retour')]).toEqual(['/connexion', path])
    }
  })

  it('does so of the data its pages ask by themselves, back to the page and not to its data', async () => {
    const response = await app.request(
      '/so-cooperation/bureau/structures.data?q=eau&_routes=crm%2Forganisations',
    )
    expect(await response.text()).toContain(encodeURIComponent('/so-cooperation/bureau/structures?q=eau'))
  })

  it('is closed to staff of another network and to accounts without a role', async () => {
    for (const cookie of [cookies.elsewhere, cookies.nobody])
      expect(await statuses(desk(), cookie)).toEqual([403, 403, 403, 403, 403])
  })

  it('lets nobody else write: nothing changes, whoever asks', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    const record = () => database.superuser.query('select * from organisation')
    const rows = (await record()).rows
    for (const [path, fields] of Object.entries(WRITES)) {
      const init = { method: 'POST', body: form(fields) }
      const page = `/so-cooperation/bureau/${path.replace(':id', id)}`
      expect(await statusOf(page, '', init), path).toBe(302)
      expect(await statusOf(page, cookies.elsewhere, init), path).toBe(403)
      expect(await statusOf(page, cookies.nobody, init), path).toBe(403)
    }
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
    expect((await record()).rows).toEqual(rows)
  })

  it('does not know the records of another network: they are as absent as any', async () => {
    const [there, nowhere] = [`/resacoop/bureau/structures/${id}`, '/resacoop/bureau/structures/nothing-here']
    expect(await statuses([there, `${there}/modifier`, nowhere], cookies.elsewhere)).toEqual([404, 404, 404])
    const post = { method: 'POST', body: form({ intent: 'publier' }) }
    expect(await statusOf(there, cookies.elsewhere, post)).toBe(404)
  })

  it('closes at the next request after a grant has ended', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const cookie = await signedIn(app, person)
    expect(await statusOf('/so-cooperation/bureau', cookie)).toBe(200)
    await database.superuser.query(
      'update account_grant set ends_on = current_date - 1 where account_id = $1',
      [person.id],
    )
    expect(await statuses(desk(), cookie)).toEqual([403, 403, 403, 403, 403])
  })

  it('opens on the first day of a grant and closes after its last, as days are counted here', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    await database.superuser.query(
      `update account_grant set starts_on = '2026-03-10', ends_on = '2026-03-12' where account_id = $1`,
      [person.id],
    )
    const cookie = await signedIn(app, person)
    const seen: number[] = []
    for (const day of ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13']) {
      const then = await startApp({ clock: noonOf(day) })
      seen.push((await then.request('/so-cooperation/bureau', { headers: { cookie } })).status)
    }
    expect(seen).toEqual([403, 200, 200, 403])
  })
})

describe('An address that is no network', () => {
  it.each(['nulle-part', 'karib-horizon', 'dev', 'embed', 'constructor', '__proto__', 'SO-COOPERATION'])(
    'is not found, and neither is anything under it: %s',
    async (slug) => {
      const paths = [`/${slug}`, `/${slug}/annuaire`, `/${slug}/annuaire/x`, ...desk(slug)]
      for (const cookie of ['', cookies.staff])
        expect(new Set(await statuses(paths, cookie))).toEqual(new Set([404]))
    },
  )

  it('is not found even by its own staff while it is unconfirmed, and no page leads them there', async () => {
    const cookie = await signedIn(
      app,
      await aPerson(database.superuser, { 'karib-horizon': 'admin', resacoop: 'staff' }),
    )
    expect(new Set(await statuses(desk('karib-horizon'), cookie))).toEqual(new Set([404]))
    expect(await linksOf('/', cookie)).toEqual(expect.arrayContaining(['/resacoop/bureau']))
    expect((await linksOf('/', cookie)).filter((link) => link.includes('karib'))).toEqual([])
    const home = await app.request('/connexion', { headers: { cookie } })
    expect(home.headers.get('location')).toBe('/resacoop/bureau')
  })
})
