import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, elementsOf } from '#tests/support/html-elements.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  const countries = [['SN', 'TG'], ['TG'], ['TG', 'ML', 'KM']]
  for (const some of countries)
    await aListing(staff, { countries: some, sectors: ['health'], insee: '33063' })
})

const read = async (path: string) => asRead(await (await app.request(path)).text())
const hrefs = (html: string) => elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])

describe('The directory in figures', () => {
  it('counts organisations and what they say, and each figure opens the pages that make it', async () => {
    const html = await read('/so-cooperation/annuaire/statistiques')
    expect(html).toContain('3 structures, 6 mentions')
    expect(html).toContain('Gironde : 3')
    for (const query of ['country=TG', 'department=33', 'sector=health', 'kind=association'])
      expect(hrefs(html), query).toContain(`/so-cooperation/annuaire?${query}`)
    expect(await read('/so-cooperation/annuaire?country=TG')).toContain('3 structures')
    const national = await read('/annuaire/statistiques')
    expect(national).toContain('3 structures, 6 mentions')
    // Beside a national total, how many of it may be counted twice; a network counts its own.
    expect(national).toContain('dont 3 sans identifiant')
    expect(html).not.toContain('sans identifiant')
  })

  it('its pages say what they are to whoever shares them', async () => {
    const { slug } = await aListing(staff, { name: 'Partagée', description: 'Deux écoles à bâtir.' })
    const said = async (path: string) =>
      elementsOf(await (await app.request(path)).text()).flatMap(({ attributes }) =>
        attributes.get('property')?.startsWith('og:') ? [attributes.get('content') ?? ''] : [],
      )
    const page = await said(`/so-cooperation/annuaire/${slug}`)
    expect(page.join()).toContain('Partagée — ')
    expect(page.join()).toContain('Deux écoles à bâtir.')
    const directory = await said('/so-cooperation/annuaire')
    for (const told of [page, directory])
      expect(
        told.some((one) => /^https?:.*\/so-cooperation\/partage[.]png$/.test(one)),
        told.join(),
      ).toBe(true)
    expect((await said('/annuaire')).length).toBeGreaterThan(1)
  })

  it('names the outlines of its maps, and carries none of them', async () => {
    const html = await read('/so-cooperation/annuaire/statistiques')
    expect(html).not.toContain('<path class="map-area')
    const file = hrefs(html).find((href) => href.endsWith('#KM'))!
    const outlines = await app.request(file.split('#')[0]!)
    expect(outlines.headers.get('content-type')).toContain('image/svg+xml')
    expect(await outlines.text()).toContain('<path id="KM" d="M')
    expect((await app.request('/contours/ailleurs.svg')).status).toBe(404)
  })

  it('of a network that published nothing says so', async () => {
    expect(await read('/gescod/annuaire/statistiques')).toContain('Aucune structure n’est encore publiée')
  })

  it('keeps its address from an organisation of that name', async () => {
    expect((await aListing(staff, { name: 'Statistiques' })).slug).toBe('statistiques-2')
  })
})
