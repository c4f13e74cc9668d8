import { beforeAll, describe, expect, it } from 'vitest'
import type { PointMapAnswer } from '#app/ui/point-map-view.ts'
import { writeBounds } from '#packages/map/points.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
const FRANCE = '-5.2,41.3,9.7,51.2'
const NIORT = '79191'
const BORDEAUX = '33063'
const CAYENNE = '97302'

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  for (const name of ['Abeilles', 'Baobab', 'Cigogne'])
    await aListing(staff, { name, insee: NIORT, countries: ['TG'] })
  await aListing(staff, { name: 'Dune', insee: BORDEAUX, countries: ['ML'] })
  await aListing(staff, { name: 'Écluse', insee: CAYENNE, countries: ['SR'] })
  await aListing(staff, { name: 'Sans adresse', insee: null, countries: ['TG'] })
  const other = await staffOf(database.superuser, 'occitanie-cooperation')
  await aListing(other, { name: 'Voisine', insee: BORDEAUX })
})

const ask = (query: string, base = '/so-cooperation/annuaire') => app.request(`${base}/points?${query}`)
const look = async (query: string, base?: string) => (await (await ask(query, base)).json()) as PointMapAnswer
const read = async (path: string) => (await app.request(path)).text()
const hrefs = (html: string) => elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])

describe('The map of a directory', () => {
  it('gathers what is near, and lists what a view holds by name', async () => {
    const seen = await look(`bbox=${FRANCE}&z=3`)
    expect(seen.points.map(([, , count]) => count)).toEqual([4])
    expect(seen.points[0]![3]).toBeGreaterThan(3)
    expect(seen.items.map(({ name }) => name)).toEqual(['Abeilles', 'Baobab', 'Cigogne', 'Dune'])
    expect(seen).toMatchObject({ found: 6, placed: 5, here: 4 })
    expect(seen.told).toEqual({
      here: '4 structures dans cette vue',
      unplaced: expect.stringContaining('1 structure sans adresse connue n’est pas sur la carte'),
    })
    expect(seen.items[0]!.href).toBe('/so-cooperation/annuaire/abeilles')
  })

  it('parts them as one comes near, and lists those of one very place', async () => {
    const near = await look(`bbox=${FRANCE}&z=10`)
    expect(near.points.map((point) => point.slice(2)).sort()).toEqual([[1], [3]])
    const [lon, lat] = near.points.find(([, , count]) => count === 3)!
    const there = await look(
      `bbox=${writeBounds([lon - 0.0002, lat - 0.0002, lon + 0.0002, lat + 0.0002])}&z=17`,
    )
    expect(there.items.map(({ name }) => name)).toEqual(['Abeilles', 'Baobab', 'Cigogne'])
  })

  it('knows where all of them are, the overseas ones too', async () => {
    const { all } = await look(`bbox=${FRANCE}&z=5`)
    expect(all![0]).toBeLessThan(-52)
    expect((await look('bbox=-55,2,-51,6&z=7')).items.map(({ name }) => name)).toEqual(['Écluse'])
  })

  it('follows the filters of the list, words included', async () => {
    expect(await look(`country=TG&bbox=${FRANCE}&z=5`)).toMatchObject({ found: 4, placed: 3, here: 3 })
    expect((await look(`q=dune&bbox=${FRANCE}&z=5`)).items.map(({ name }) => name)).toEqual(['Dune'])
    expect(await look(`zone=sahel&bbox=${FRANCE}&z=5`)).toMatchObject({ found: 1, here: 1 })
    expect(await look(`q=xylophones&bbox=${FRANCE}&z=5`)).toMatchObject({
      found: 0,
      all: null,
      points: [],
      items: [],
    })
  })

  it('follows the tab of members', async () => {
    expect((await ask(`member=false&bbox=${FRANCE}&z=5`)).status).toBe(200)
    expect(await look(`member=false&bbox=${FRANCE}&z=5`)).toMatchObject({ found: 6, here: 4 })
    expect(await look(`member=true&bbox=${FRANCE}&z=5`)).toMatchObject({ found: 0, here: 0 })
  })

  it('shows all networks together at the national address, and each its own', async () => {
    expect((await look(`bbox=${FRANCE}&z=5`, '/annuaire')).here).toBe(5)
    expect((await look(`bbox=${FRANCE}&z=5`, '/occitanie-cooperation/annuaire')).items).toHaveLength(1)
  })

  it('shows at once what was just published', async () => {
    const staff = await staffOf(database.superuser, 'bretagne-solidaire')
    const there = () => look(`bbox=${FRANCE}&z=5`, '/bretagne-solidaire/annuaire')
    expect((await there()).placed).toBe(0)
    await aListing(staff, { name: 'Embruns', insee: '35238' })
    expect((await there()).items.map(({ name }) => name)).toEqual(['Embruns'])
  })

  it('says which parameter of a view is wrong', async () => {
    for (const [query, parameter] of [
      ['z=5', 'bbox'],
      ['bbox=9,41,-5,51&z=5', 'bbox'],
      ['bbox=a,b,c,d&z=5', 'bbox'],
      [`bbox=${FRANCE}&z=99`, 'z'],
      [`bbox=${FRANCE}&z=5&kind=nothing`, 'kind'],
    ] as const) {
      const response = await ask(query)
      expect(response.status, query).toBe(400)
      expect(await response.json()).toMatchObject({ error: { parameter } })
    }
  })

  it('may be read by a frame of another site, and knows nobody', async () => {
    const { headers } = await ask(`bbox=${FRANCE}&z=5`)
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('set-cookie')).toBeNull()
  })
})

describe('The page of a directory', () => {
  it('has the list, the map or both in its address, and keeps it from link to link', async () => {
    expect((await app.request('/so-cooperation/carte?country=TG')).headers.get('location')).toBe(
      '/so-cooperation/annuaire?country=TG&vue=carte',
    )
    const html = await read('/so-cooperation/annuaire?country=TG&vue=deux')
    expect(hrefs(html)).toEqual(
      expect.arrayContaining([
        '/so-cooperation/annuaire?country=TG&member=true&vue=deux',
        '/so-cooperation/annuaire?vue=deux',
      ]),
    )
    expect(html).toContain('<input type="hidden" name="vue" value="deux"/>')
    expect(html).toContain('Abeilles')
  })

  it('has a version to print: all that was found, the search in words, and nothing to click away', async () => {
    const html = decoded(await read('/so-cooperation/annuaire/imprimer?country=TG&q=niort'))
    expect(html).toMatch(/3 structures au .* · «\sniort\s» · Togo/)
    for (const name of ['Abeilles', 'Baobab', 'Cigogne']) expect(html).toContain(name)
    expect(html).not.toContain('Dune')
    expect(html).not.toContain('<form method="get" role="search"')
    expect(await read('/so-cooperation/annuaire/imprimer?country=PE')).toContain('Aucune structure ne répond')
    expect(hrefs(await read('/so-cooperation/annuaire?country=TG'))).toContain(
      '/so-cooperation/annuaire/imprimer?country=TG',
    )
  })

  it('counts everybody and the members in its tabs', async () => {
    const html = await read('/so-cooperation/annuaire')
    expect(html).toMatch(/Toutes les structures(?:<!-- -->)? <span class="c">6</)
    expect(html).toMatch(/Les adhérents(?:<!-- -->)? <span class="c">0</)
    const members = await read('/so-cooperation/annuaire?member=true')
    expect(members).toMatch(/aria-current="page"[^>]*>Les adhérents/)
    expect(members).toContain('<input type="hidden" name="member" value="true"/>')
  })

  it('shows the départements where no script runs, each leading to its list', async () => {
    const html = await read('/so-cooperation/annuaire?vue=carte&country=TG')
    expect(html).toContain('Deux-Sèvres : 3')
    expect(hrefs(html)).toContain('/so-cooperation/annuaire?department=79&country=TG')
    expect(await read('/so-cooperation/annuaire')).not.toContain('Deux-Sèvres : 3')
  })

  it('draws on ground of its own', async () => {
    const ground = await app.request('/contours/terres.json')
    expect(ground.headers.get('content-type')).toContain('application/json')
    expect((await ground.json()).features.length).toBeGreaterThan(300)
    expect((await app.request('/contours/ailleurs.json')).status).toBe(404)
  })

  it('names the communes of the square one comes near to, and none at sea', async () => {
    const named = async (square: string) => {
      const answer = await app.request(`/contours/communes,${square}.json`)
      expect(answer.headers.get('cache-control')).toContain('immutable')
      const { features } = (await answer.json()) as { features: { properties: { name: string } }[] }
      return features.map(({ properties }) => properties.name)
    }
    expect(await named('-1_44')).toContain('Bordeaux')
    expect(await named('-1_44')).not.toContain('Limoges')
    expect(await named('-61_14')).toContain('Ducos')
    expect(await named('-20_40')).toEqual([])
    for (const square of ['-1', 'x_44', '-1_44_2', '1e2_44'])
      expect((await app.request(`/contours/communes,${square}.json`)).status, square).toBe(404)
  })
})

describe('The map of a panorama', () => {
  const WORLD = 'bbox=-120,-45,140,62&z=2'
  const look = async (query: string) =>
    (await (await app.request(`/so-cooperation/projets/points?${query}`)).json()) as PointMapAnswer

  beforeAll(async () => {
    const staff = await staffOf(database.superuser, 'so-cooperation')
    const holder = (await aListing(staff, { name: 'Zébu' })).id
    const common = { holders: [holder], sectors: ['waste'], sdgs: [7] }
    await aPublishedProject(staff, { ...common, title: 'Four solaire', place: 'Kara', lat: 9.55, lon: 1.19 })
    await aPublishedProject(staff, { ...common, title: 'Lampes', place: 'Kara', lat: 9.55, lon: 1.19 })
    const hidden = { place: 'Tessalit', lat: 20.2, lon: 1, countryOnly: true }
    await aPublishedProject(staff, { ...common, ...hidden, title: 'Relais', countries: ['ML'] })
  })

  it('shows the projects that tell where they are, and says how many tell their country only', async () => {
    const seen = await look(`sector=waste&${WORLD}`)
    expect(seen).toMatchObject({ found: 3, placed: 2, here: 2, all: [1.19, 9.55, 1.19, 9.55] })
    expect(seen.items.map(({ name }) => name)).toEqual(['Four solaire', 'Lampes'])
    expect(seen.items[0]).toMatchObject({ href: '/so-cooperation/projets/four-solaire' })
    expect(seen.items[0]!.what).toContain('Kara')
    expect(seen.told).toEqual({
      here: '2 projets dans cette vue',
      unplaced: expect.stringContaining('1 projet ne dit que son pays'),
    })
    expect((await look(`sector=waste&bbox=20,-35,60,0&z=4`)).here).toBe(0)
  })

  it('follows the search of the page, and says which parameter is wrong', async () => {
    expect(await look(`q=lampes&${WORLD}`)).toMatchObject({ found: 1, here: 1 })
    const wrong = await app.request(`/so-cooperation/projets/points?country=XX&${WORLD}`)
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { error: { parameter: 'country' } }])
    expect((await app.request(`/projets/points?sector=waste&${WORLD}`)).status).toBe(200)
  })

  it('keeps the view chosen from link to link, and shows the countries where no script runs', async () => {
    const html = decoded(await read('/so-cooperation/projets?sector=waste&vue=carte'))
    expect(html).toContain('<input type="hidden" name="vue" value="carte"/>')
    const links = elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])
    expect(links).toEqual(
      expect.arrayContaining([
        '/so-cooperation/projets?vue=carte',
        '/so-cooperation/projets?sector=waste',
        '?country=ML&sector=waste&vue=carte',
      ]),
    )
    expect(html).not.toContain('<ul class="listings projects">')
    expect(await read('/so-cooperation/projets?sector=waste&vue=deux')).toContain('Four solaire')
  })
})
