import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let desk: ReturnType<typeof deskOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  desk = deskOf(app, staff, cookie)
})

const read = async (path: string) => decoded(await (await app.request(path, { headers: { cookie } })).text())
const money = /(\d[\d\s]*)\s€ demandés en tout/u
const asked = async (session: string) => (await read(session)).match(money)?.[1]?.replace(/\s/gu, '')

describe('The list of a session’s dossiers', () => {
  it('keeps the columns and the order one chose when one asks for another state or searches', async () => {
    const session = await desk.aSession(await desk.aDispositif('isi'))
    await desk.aDossier(session)
    await desk.aDossier(session, { deposited: '' })
    const html = await read(`${session}?col=holder&col=countries&tri=-title&page=1`)
    expect(html).toContain('?col=holder&col=countries&tri=-title&etat=draft"')
    const search = html.match(/<form[^>]*role="search"[\s\S]*?<\/form>/)![0]
    for (const kept of [
      'name="col" value="holder"',
      'name="col" value="countries"',
      'name="tri" value="-title"',
    ])
      expect(search).toContain(kept)
    expect(search).not.toContain('name="page"')
  })

  it('counts what is asked as the other pages do: not what drafts would ask', async () => {
    const dispositif = await desk.aDispositif('isi')
    const session = await desk.aSession(dispositif)
    await desk.aDossier(session, { 'f.requested': '3 000' })
    await desk.aDossier(session, { 'f.requested': '1 500', deposited: '' })
    expect(await asked(session)).toBe('3000')
    expect(await read(dispositif)).toMatch(/3\s000\s€/u)
  })
})

describe('The pages of a session and of a dossier', () => {
  it('show nobody the way to a page that would refuse them', async () => {
    const session = await desk.aSession(await desk.aDispositif('isi'))
    const dossier = await desk.aDossier(session)
    const parts = ['decisions', 'lettres', 'rapprocher']
    const shown = async () => {
      const html = (await read(session)) + (await read(dossier))
      return parts.filter((part) => html.includes(`/${part}"`))
    }
    expect(await shown()).toEqual(parts)
    const intern = (profile: string | null) =>
      database.superuser.query('update account_grant set profile = $2 where account_id = $1', [
        staff.account.id,
        profile,
      ])
    await intern('intern')
    expect(await shown()).toEqual([])
  })

  it('say the same of it on each: what it is called, and where it stands', async () => {
    await database.superuser.query('update account_grant set profile = null where account_id = $1', [
      staff.account.id,
    ])
    const session = await desk.aSession(await desk.aDispositif('isi'))
    const dossier = await desk.aDossier(session, { 'f.title': 'Un verger partagé' })
    for (const part of ['', '/porteur', '/instruction', '/suivi', '/echanges', '/rapprocher']) {
      const html = await read(dossier + part)
      expect(html, part).toMatch(/<h1[^>]*>Un verger partagé<\/h1>/)
      expect(html, part).toContain('Déposé')
    }
    for (const part of ['', '/instruction', '/decisions', '/suivi', '/lettres', '/laureats', '/commune'])
      expect(await read(session + part), part).toMatch(
        /<h1[^>]*>D\w+<!-- --> · <!-- -->Session d’essai<\/h1>/,
      )
  })
})
