import { beforeAll, describe, expect, it } from 'vitest'
import { DESK } from '#app/desk/navigation.ts'
import { AWAITING } from '#server/awaiting.ts'
import { may } from '#server/kernel/permissions.ts'
import { DESK_ROLES, ROLES, type Role } from '#tenants/roles.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp

beforeAll(async () => {
  app = await startApp()
})

const HOME = '/so-cooperation/bureau'
const get = (path: string, cookie: string) => app.request(path, { headers: { cookie } })
const cookieOf = async (role: Role) =>
  signedIn(app, await aPerson(database.superuser, { 'so-cooperation': role }))
const linksOf = async (path: string, cookie: string) =>
  elementsOf(await (await get(path, cookie)).text()).flatMap(({ attributes }) => attributes.get('href') ?? [])

describe('The rail of the bureau', () => {
  it.each(DESK_ROLES)('shows %s every page they may open and none that is shut', async (role) => {
    const cookie = await cookieOf(role)
    const ctx = contextOf('so-cooperation', { id: '', email: '', name: '' }, [role])
    const links = await linksOf(HOME, cookie)
    for (const { path, rule } of DESK) {
      const { status } = await get(`${HOME}/${path}`, cookie)
      expect({ path, status, shown: links.includes(`${HOME}/${path}`) }).toEqual({
        path,
        status: may(ctx, rule) ? 200 : 403,
        shown: may(ctx, rule),
      })
    }
  })
})

describe('What awaits a person', () => {
  it('is asked once of each capability, whose every line has its words', () => {
    expect(new Set(AWAITING).size).toBe(AWAITING.length)
    expect(new Set(AWAITING.map(({ name }) => name)).size).toBe(AWAITING.length)
  })
})

describe('The home of a role', () => {
  it.each(ROLES)('is open to %s, in the bureau or in the member space', async (role) => {
    const cookie = await cookieOf(role)
    const isDesk = (DESK_ROLES as readonly Role[]).includes(role)
    expect((await get(HOME, cookie)).status).toBe(isDesk ? 200 : 403)
    const space = await get('/so-cooperation/espace', cookie)
    expect(space.status).toBe(200)
    expect((await get('/gescod/espace', cookie)).status).toBe(403)
  })

  it('says what awaits: a published record nobody touched for a year', async () => {
    const cookie = await cookieOf('staff')
    const { rows } = await database.superuser.query(
      `insert into organisation (network_id, id, name, kind, slug, insee, published_at, updated_at)
       select id, gen_random_uuid(), 'Fiche oubliée', 'association', 'fiche-oubliee', '79191', now(), now() - interval '13 months'
       from network where slug = 'so-cooperation' returning id`,
    )
    const text = await (await get(HOME, cookie)).text()
    expect(text).toContain('Fiche oubliée')
    expect(await linksOf(HOME, cookie)).toContain(`${HOME}/structures/${rows[0].id}/modifier`)
  })
})

describe('The switcher', () => {
  it('leads to each network of the person, with their roles there in words', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff', gescod: 'juror' })
    const cookie = await signedIn(app, person)
    const links = await linksOf('/', cookie)
    expect(links).toEqual(expect.arrayContaining([HOME, '/gescod/espace']))
    expect(await (await get('/', cookie)).text()).toContain('jury')
  })
})
