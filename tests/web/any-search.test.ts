import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { list } from '#tests/support/api-lists.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  for (const name of ['Écoles du Fleuve', 'Coopération Niort–Togo', 'L’eau']) await aListing(staff, { name })
})

const find = async (q: string) =>
  (await list(app, 'so-cooperation/organisations', { q })).items.map(({ name }) => name)
const onDesk = async (q: string) => {
  const path = `/so-cooperation/bureau/structures?${new URLSearchParams({ q })}`
  return (await app.request(path, { headers: { cookie } })).text()
}

describe('A search', () => {
  it.each([
    '🎉',
    '🇹🇬👩‍🌾',
    '...',
    '?!',
    '«»',
    '&',
    '|',
    '!',
    '()',
    ':*',
    '<->',
    "'",
    '\\',
    '%',
    '_',
    '-',
    'x'.repeat(200),
    'é'.repeat(200),
    'le la les',
    'de',
    'a',
  ])('takes anything: « %s »', async (q) => {
    const found = await list(app, 'so-cooperation/organisations', { q })
    expect(found.total).toBe(found.items.length)
    expect((await app.request(`/annuaire?${new URLSearchParams({ q })}`)).status).toBe(200)
    expect(await onDesk(q)).toContain('role="search"')
  })

  it('never fails, and never finds less for an empty word more', async () => {
    const words = fc.array(fc.constantFrom('écoles', 'fleuve', 'togo', "l'eau", 'niort', 'coopé', 'xyz'), {
      minLength: 1,
      maxLength: 4,
    })
    const empty = fc.constantFrom('de la', 'les', 'et', 'the', 'pour', '  ', '!')
    const property = fc.asyncProperty(words, empty, async (typed, word) => {
      const [with_, without] = [await find(`${word} ${typed.join(' ')}`), await find(typed.join(' '))]
      expect(with_).toEqual(without)
    })
    await fc.assert(property, { numRuns: 40 })
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (q) => {
        expect((await app.request(`/api/v1/organisations?${new URLSearchParams({ q })}`)).status).toBe(200)
      }),
      { numRuns: 100 },
    )
  })
})
