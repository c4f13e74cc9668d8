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
    expect(await read('/annuaire/statistiques')).toContain('3 structures, 6 mentions')
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
