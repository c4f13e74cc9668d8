import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

const pageOf = async (path: string) => (await app.request(path, { headers: { cookie } })).text()
const send = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const communeIn = (html: string) =>
  elementsOf(html)
    .find(({ attributes }) => attributes.get('name') === 'commune')!
    .attributes.get('value')

describe('A record of the desk', () => {
  it('shows the postal code that was typed, in its page and in its form, and keeps it when saved again', async () => {
    const fields = { name: 'Girondine', type: 'association', commune: 'Bordeaux (33800)' }
    const path = (await send(`${DESK}/structures/nouvelle`, fields)).headers.get('location')!.split('?')[0]!
    expect(await pageOf(path)).toContain('33800 Bordeaux')
    expect(communeIn(await pageOf(`${path}/modifier`))).toBe('Bordeaux (33800)')
    const same = await send(`${path}/modifier`, { ...fields, version: '1' })
    expect(same.status).toBe(302)
    const id = path.split('/').at(-1)!
    expect(await getOrganisation(staff, id)).toMatchObject({ postalCode: '33800', version: 1 })
    await send(`${path}/modifier`, { ...fields, commune: 'Bordeaux (33200)', version: '1' })
    const history = (await pageOf(path)).split('<ol class="time">')[1]!
    expect(history.split('</li>')[0]).toContain('33800 → 33200')
  })

  it('still opens its form when its postal code is no longer one of its commune', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ insee: '33063' }))
    await database.superuser.query(`update organisation set postal_code = '33077' where id = $1`, [id])
    const commune = communeIn(await pageOf(`${DESK}/structures/${id}/modifier`))!
    const fields = { name: 'Corrigée', type: 'association', commune, version: '1' }
    expect((await send(`${DESK}/structures/${id}/modifier`, fields)).status).toBe(302)
  })

  it.each(['', 'supprimer', 'PUBLIER'])(
    'refuses an intent it does not know, and nothing changes: « %s »',
    async (intent) => {
      const { id } = await aListing(staff)
      const before = await rowCounts(database.owner, database.superuser)
      expect((await send(`${DESK}/structures/${id}`, { intent })).status).toBe(400)
      expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
      expect((await getOrganisation(staff, id)).version).toBe(2)
    },
  )
})

describe('The home of the desk', () => {
  it('links a figure only to the list that it counts', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Adhérente privée' }))
    await database.superuser.query(
      `insert into membership (network_id, organisation_id, year, college, joined_on)
       values ($1, $2, 2026, 'a', '2026-01-01')`,
      [staff.network.id, id],
    )
    const html = await pageOf(DESK)
    const figures = html.split('id="chiffres"')[1]!.split('</section>')[0]!
    const links = elementsOf(figures).flatMap(({ attributes }) => attributes.get('href') ?? [])
    expect(links).toEqual([
      `${DESK}/structures`,
      `${DESK}/chiffres/actors`,
      '/so-cooperation/annuaire',
      `${DESK}/chiffres/members`,
    ])
    expect(figures).toContain('adhérentes cette année')
    expect(figures).toContain('acteurs (au moins un projet)')
  })
})

describe('The foot of every page', () => {
  it('leads only to pages that people can read', async () => {
    for (const path of ['/', '/so-cooperation/annuaire']) {
      const foot = (await pageOf(path)).split('<footer')[1]!.split('</footer>')[0]!
      const links = elementsOf(foot).flatMap(({ attributes }) => attributes.get('href') ?? [])
      expect(links.length).toBeGreaterThan(1)
      for (const link of links) {
        const { headers } = await app.request(link)
        expect(headers.get('content-type'), link).toContain('text/html')
      }
    }
  })
})
