import { beforeAll, describe, expect, it } from 'vitest'
import { list } from '#tests/support/api-lists.ts'
import { useDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
const API = '/api/v1/so-cooperation/organisations'

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  await aListing(staff, { name: 'Autre' })
  await aListing(staff, {
    name: 'Étincelle',
    acronym: 'ETI',
    aliases: ['Étincelles'],
    address: '1 rue Neuve',
    website: 'www.exemple.fr',
    siren: '732829320',
    countries: ['SN', 'TG'],
    sdgs: [6, 4],
    description: 'Deux écoles.',
  })
})

describe('The API', () => {
  it('gives an organisation these fields and no other', async () => {
    const { items, ...rest } = await list(app, 'so-cooperation/organisations', { q: 'etincelle' })
    expect(items).toEqual([
      {
        slug: 'etincelle',
        name: 'Étincelle',
        acronym: 'ETI',
        kind: 'association',
        subkind: 'local_association',
        city: 'Niort',
        department: '79',
        countries: ['SN', 'TG'],
        sectors: ['education'],
        sdgs: [4, 6],
        member: false,
        lat: expect.closeTo(46.3, 0),
        lon: expect.closeTo(-0.4, 0),
        url: 'http://maillage.test/so-cooperation/annuaire/etincelle',
        networks: ['so-cooperation'],
      },
    ])
    expect(rest).toMatchObject({ total: 1, page: 1, per_page: 30 })
    expect(Object.keys(rest.facets)).toEqual([
      'kind',
      'department',
      'zone',
      'country',
      'sector',
      'sdg',
      'member',
    ])
    expect(rest.facets.department).toEqual([{ value: '79', label: 'Deux-Sèvres', count: 1 }])
  })

  it('gives one organisation with its details, never its private numbers', async () => {
    const response = await app.request(`${API}/etincelle`)
    const [{ items }, details] = [
      await list(app, 'so-cooperation/organisations', { q: 'etincelle' }),
      await response.json(),
    ]
    expect(details).toEqual({
      ...items[0],
      aliases: ['Étincelles'],
      address: '1 rue Neuve',
      postal_code: '79000',
      seat_country: 'FR',
      website: 'https://www.exemple.fr',
      email: null,
      phone: null,
      description: 'Deux écoles.',
      zones: ['west_africa', 'sub_saharan_africa', 'sahel'],
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    })
    expect(JSON.stringify(details)).not.toContain('732829320')
  })

  it('names its networks: twelve regional and the conference, those to confirm left out', async () => {
    const { items } = await (await app.request('/api/v1/networks')).json()
    expect(items.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      'conference',
      ...Array(12).fill('regional'),
    ])
    const slugs = items.map(({ slug }: { slug: string }) => slug)
    expect(slugs).toContain('so-cooperation')
    expect(slugs).not.toContain('karib-horizon')
    for (const network of items)
      expect(Object.keys(network)).toEqual([
        'slug',
        'name',
        'acronym',
        'kind',
        'region',
        'departments',
        'website',
        'url',
      ])
  })
})

describe('An error of the API', () => {
  it.each([
    ['/api/v1/nulle-part/organisations', 404, 'unknown_network'],
    ['/api/v1/karib-horizon/organisations', 404, 'unknown_network'],
    ['/api/v1/nulle-part/organisations/x', 404, 'unknown_network'],
    [`${API}/personne`, 404, 'not_found'],
    ['/api/v1/nulle-part', 404, 'not_found'],
    ['/api/v1/so-cooperation/organisations/etincelle/plus', 404, 'not_found'],
    [`${API}?nope=1`, 400, 'unknown_parameter'],
    [`${API}?kind=nope`, 400, 'bad_parameter'],
  ])('has one shape: %s', async (path, status, code) => {
    const response = await app.request(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    const body = await response.json()
    expect(body).toEqual({
      error: {
        code,
        message: expect.any(String),
        ...(body.error.parameter && { parameter: expect.any(String) }),
      },
    })
  })
})
