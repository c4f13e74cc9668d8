import { beforeAll, describe, expect, it } from 'vitest'
import { unpublishOrganisation } from '#server/crm/organisation/unpublish-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { everyItem, list } from '#tests/support/api-lists.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { noonOf } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
useDemoData(database, { networks: 4, organisations: 200 })
let app: TestApp
let so: StaffContext
let resacoop: StaffContext
const NATIONAL = 'organisations'
const SIREN = '732829320'

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  so = await staffOf(database.superuser, 'so-cooperation')
  resacoop = await staffOf(database.superuser, 'resacoop')
  await aListing(resacoop, {
    name: 'Zigzag Solidarité',
    siren: SIREN,
    sectors: ['health'],
    countries: ['ML'],
  })
  await aListing(so, {
    name: 'Zigzag solidarité (Niort)',
    siren: SIREN,
    sectors: ['water'],
    countries: ['TG'],
  })
  await aListing(so, { name: 'Zigzag homonyme' })
  await aListing(resacoop, { name: 'Zigzag homonyme' })
  await aListing(resacoop, { name: 'Zigzag par RNA', rna: 'W691000001' })
  await aListing(so, { name: 'Zigzag par RNA', rna: 'W691000001' })
})

const names = async (query: Record<string, string> = {}) =>
  (await list(app, NATIONAL, { q: 'zigzag', ...query })).items.map(({ name, networks }) => [
    name,
    networks.toSorted(),
  ])
const both = ['resacoop', 'so-cooperation']

describe('The national list', () => {
  it('shows an organisation of two networks once, with both, and two homonyms as two', async () => {
    const found = await names()
    expect(found).toHaveLength(4)
    expect(found).toEqual(
      expect.arrayContaining([
        ['Zigzag homonyme', ['resacoop']],
        ['Zigzag homonyme', ['so-cooperation']],
        ['Zigzag par RNA', both],
      ]),
    )
    expect(found.filter(([, networks]) => networks!.length === 2)).toHaveLength(2)
    expect((await list(app, NATIONAL, { q: 'zigzag' })).total).toBe(4)
  })

  it('finds it by what either network says of it', async () => {
    for (const [facet, value] of ['sector health', 'sector water', 'country ML', 'country TG'].map((one) =>
      one.split(' '),
    )) {
      const query = { [facet!]: value! }
      const found = await list(app, NATIONAL, { q: 'zigzag solidarite', ...query })
      expect(found.total, JSON.stringify(query)).toBe(1)
      expect(found.items[0]!.networks.toSorted()).toEqual(both)
    }
  })

  it('gives each its page in the network that is shown, and both networks say so of theirs', async () => {
    for (const slug of both) {
      const { items } = await list(app, `${slug}/organisations`, { q: 'zigzag solidarite' })
      expect(items.map(({ networks, url }) => [networks, url.split('/')[3]])).toEqual([
        [[slug, both.find((other) => other !== slug)], slug],
      ])
    }
    for (const { url, networks } of (await list(app, NATIONAL, { q: 'zigzag' })).items)
      expect(url).toContain(`http://maillage.test/${networks[0]}/annuaire/`)
  })

  it('keeps it when one of the two takes it out', async () => {
    const { id } = await aListing(so, { name: 'Zigzag éphémère', siren: '552100554' })
    await aListing(resacoop, { name: 'Zigzag éphémère', siren: '552100554' })
    expect(await names({ q: 'ephemere' })).toEqual([['Zigzag éphémère', both]])
    await unpublishOrganisation(so, id)
    expect(await names({ q: 'ephemere' })).toEqual([['Zigzag éphémère', ['resacoop']]])
  })

  it('counts as many as it lists, when one network knows the same organisation twice', async () => {
    for (const staff of [so, so, resacoop])
      await aListing(staff, { name: 'Zigzag en double', siren: '542065479' })
    const found = await list(app, NATIONAL, { q: 'zigzag double' })
    expect(found.items).toHaveLength(found.total)
  })

  it('gives the number it promised when a value of a facet is chosen', async () => {
    const { facets, total } = await list(app, NATIONAL)
    expect(total).toBeGreaterThan(700)
    const shared = (await everyItem(app, NATIONAL)).filter(({ networks }) => networks.length > 1)
    expect(shared.length).toBeGreaterThan(10)
    for (const [facet, values] of Object.entries(facets)) {
      for (const { value, count } of values.slice(0, 12))
        expect(
          (await list(app, NATIONAL, { [facet]: value, per_page: '1' })).total,
          `${facet}=${value}`,
        ).toBe(count)
    }
  })

  it('says beside the total how many have no identifier, and explains it where people read it', async () => {
    const of = async (query: Record<string, string>) =>
      (await list(app, NATIONAL, { q: 'zigzag', ...query })) as unknown as Record<string, number>
    // The two homonyms; those of one network are not asked about.
    expect((await of({ q: 'zigzag homonyme' })).without_identifier).toBe(2)
    expect((await of({ q: 'zigzag homonyme', network: 'resacoop' })).without_identifier).toBe(1)
    expect((await of({ q: 'zigzag rna' })).without_identifier).toBe(0)
    const inOne = await list(app, 'resacoop/organisations', { q: 'zigzag' })
    expect(inOne).not.toHaveProperty('without_identifier')
    expect(inOne.facets).not.toHaveProperty('network')
    const page = asRead(await (await app.request('/annuaire?q=zigzag+homonyme')).text())
    expect(page).toContain('dont 2 sans identifiant')
    expect(page).toContain('Ni SIREN ni RNA n’est connu')
    expect(asRead(await (await app.request('/annuaire?q=zigzag+rna')).text())).not.toContain(
      'sans identifiant',
    )
  })

  it('is narrowed to the networks one chooses, and refuses one that is not there', async () => {
    const { items } = await list(app, NATIONAL, { q: 'zigzag solidarite', network: 'so-cooperation' })
    // Known to both: the page shown is that of the network chosen.
    expect(items.map(({ networks }) => networks)).toEqual([['so-cooperation', 'resacoop']])
    expect((await list(app, NATIONAL, { network: 'gescod', q: 'zigzag' })).total).toBe(0)
    const refused = await app.request('/api/v1/organisations?network=nulle-part')
    expect([refused.status, (await refused.json()).error.parameter]).toEqual([400, 'network'])
    expect((await app.request('/api/v1/resacoop/organisations?network=resacoop')).status).toBe(400)
    const page = asRead(
      await (await app.request('/annuaire?q=zigzag&network=resacoop&network=nulle-part')).text(),
    )
    expect(page).toContain('RESACOOP')
    expect(page).not.toContain('value="nulle-part"')
  })

  it('says on which site a page is before it is opened, and opens that of each network', async () => {
    const page = asRead(await (await app.request('/annuaire?q=zigzag+solidarite')).text())
    for (const slug of both)
      expect(page).toMatch(new RegExp(`href="/${slug}/annuaire/zigzag-solidarite[^"]*"`))
    expect(page).toContain('Sur les sites de')
    expect(page).toMatch(/RESACOOP : ouvrir la fiche «\sZigzag/)
    const own = asRead(await (await app.request('/resacoop/annuaire/zigzag-solidarite')).text())
    expect(own).toContain('Référencée aussi par')
    expect(own).toContain('href="/so-cooperation/annuaire/zigzag-solidarite-niort"')
  })

  it('is exported as it is listed: the same organisations, once each', async () => {
    for (const query of ['', '?q=zigzag', '?member=true', '?sector=health&country=ML']) {
      const { items, total } = await list(app, NATIONAL, Object.fromEntries(new URLSearchParams(query)))
      const lines = cellsOf(await (await app.request(`/api/v1/organisations.csv${query}`)).text()).slice(1)
      expect(lines.length, query).toBe(total)
      const { features } = await (await app.request(`/api/v1/organisations.geojson${query}`)).json()
      expect(features.length, query).toBeLessThanOrEqual(total)
      expect(lines.slice(0, items.length).map((line) => line[0])).toEqual(items.map(({ name }) => name))
    }
  })
})
