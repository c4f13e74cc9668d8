import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { zonesOf } from '#packages/referentials/countries.ts'
import { everyItem, type Item, list } from '#tests/support/api-lists.ts'
import { useDatabase } from '#tests/support/database.ts'
import { useDemoData } from '#tests/support/demo-data.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { noonOf } from '#tests/support/people.ts'

const database = useDatabase()
useDemoData(database, { networks: 2, organisations: 320 })
const API = 'so-cooperation/organisations'
const WORDS = ['', 'eau', 'jumelage', 'togo', 'association', 'ecole senegal']
let app: TestApp
/** What each search gives when nothing narrows it: the rest is computed here, from the items alone. */
const everything = new Map<string, Item[]>()

beforeAll(async () => {
  app = await startApp({ clock: noonOf('2026-11-20') })
  for (const q of WORDS) everything.set(q, await everyItem(app, API, { q }))
})

const VALUES: Record<string, (item: Item) => string[]> = {
  kind: (item) => [item.kind],
  department: (item) => (item.department ? [item.department] : []),
  zone: (item) => [...new Set(item.countries.flatMap(zonesOf))],
  country: (item) => item.countries,
  sector: (item) => item.sectors,
  sdg: (item) => item.sdgs.map(String),
  member: (item) => [String(item.member)],
}
const FACETS = Object.keys(VALUES)
type Chosen = Record<string, string[]>

const matches = (item: Item, chosen: Chosen, but?: string) =>
  Object.entries(chosen).every(
    ([facet, wanted]) =>
      facet === but || wanted.length === 0 || VALUES[facet]!(item).some((value) => wanted.includes(value)),
  )

function countsOf(items: Item[], chosen: Chosen, facet: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items.filter((one) => matches(one, chosen, facet)))
    for (const value of VALUES[facet]!(item)) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

const chosen = fc.record(
  {
    kind: fc.subarray(['association', 'local_authority', 'education_research', 'company', 'other']),
    department: fc.subarray(['33', '79', '86', '64', '2A', '974'], { maxLength: 3 }),
    zone: fc.subarray(['west_africa', 'sahel', 'caribbean', 'mediterranean'], { maxLength: 2 }),
    country: fc.subarray(['TG', 'SN', 'ML', 'MA', 'FJ', 'VN'], { maxLength: 3 }),
    sector: fc.subarray(['education', 'water', 'health', 'agriculture', 'culture'], { maxLength: 3 }),
    sdg: fc.subarray(['4', '6', '13', '17'], { maxLength: 2 }),
    member: fc.subarray(['true', 'false'], { minLength: 1, maxLength: 1 }),
  },
  { requiredKeys: [] },
)

describe('A search narrowed by facets', () => {
  it('gives what the values of a facet allow together and the facets allow each, counted without their own', async () => {
    const property = fc.asyncProperty(fc.constantFrom(...WORDS), chosen, async (q, given) => {
      const narrowing: Chosen = given
      const all = everything.get(q)!
      const found = await list(app, API, { ...narrowing, q, per_page: '100' })
      const expected = all.filter((item) => matches(item, narrowing))
      expect(found.total).toBe(expected.length)
      expect(found.items.map(({ slug }) => slug).sort()).toEqual(
        (expected.length > 100 ? found.items : expected).map(({ slug }) => slug).sort(),
      )
      for (const item of found.items) expect(matches(item, narrowing)).toBe(true)
      for (const facet of FACETS) {
        const counted = Object.fromEntries(found.facets[facet]!.map(({ value, count }) => [value, count]))
        expect(counted, `${facet} of ${JSON.stringify({ q, ...narrowing })}`).toEqual(
          countsOf(all, narrowing, facet),
        )
      }
    })
    await fc.assert(property, { numRuns: 120 })
  })

  it('is not empty talk: the searches tried find something, and each facet has several values', async () => {
    for (const [q, items] of everything) expect(items.length, q).toBeGreaterThan(2)
    expect(everything.get('')).toHaveLength(320)
    const { facets } = await list(app, API)
    for (const facet of FACETS) expect(facets[facet]!.length, facet).toBeGreaterThan(1)
  })

  it('gives every listing once, page after page, whatever the order and the size of pages', async () => {
    const slugs = everything
      .get('')!
      .map(({ slug }) => slug)
      .sort()
    for (const sort of ['name', '-name', 'recent', 'relevance']) {
      const seen: string[] = []
      for (let page = 1; page <= 7; page++)
        seen.push(
          ...(await list(app, API, { sort, per_page: '47', page: String(page) })).items.map(
            ({ slug }) => slug,
          ),
        )
      expect(seen.sort(), sort).toEqual(slugs)
    }
    expect((await list(app, API, { per_page: '47', page: '8' })).items).toEqual([])
  })

  it('orders values by number, and says them in the language asked', async () => {
    const { facets } = await list(app, API)
    for (const values of Object.values(facets)) {
      const counts = values.map(({ count }) => count)
      expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    }
    expect(facets.country!.find(({ value }) => value === 'SN')).toMatchObject({ label: 'Sénégal' })
    const english = await app.request(`/api/v1/${API}`, { headers: { 'accept-language': 'en' } })
    const labels = (await english.json()).facets.kind.map(({ label }: { label: string }) => label)
    expect(labels).toContain('Local authority')
  })
})
