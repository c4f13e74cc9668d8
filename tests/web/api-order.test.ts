import { beforeAll, describe, expect, it } from 'vitest'
import { list } from '#tests/support/api-lists.ts'
import { useDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { noonOf } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
const API = '/api/v1/so-cooperation/organisations'
const NAMES = "Zèbre|École|Abc|Étude|été|Ecole du soir|abcès|Œuvre|Oeillet|L'Arbre|3 Mondes|Ça".split('|')

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  for (const name of NAMES) await aListing(staff, { name })
  await aListing({ ...staff, clock: noonOf('2026-11-21') }, { name: 'Étincelle' })
})

describe('A list of the API', () => {
  it('sorts as French dictionaries do, whatever the accents and capitals', async () => {
    const [up, down] = [
      await list(app, 'so-cooperation/organisations'),
      await list(app, 'so-cooperation/organisations', { sort: '-name' }),
    ]
    const names = up.items.map(({ name }) => name)
    expect(names).toEqual([...NAMES, 'Étincelle'].sort(new Intl.Collator('fr').compare))
    const four = ['Abc', 'École', 'Étude', 'Zèbre']
    expect(names.filter((name) => four.includes(name))).toEqual(four)
    expect(down.items.map(({ name }) => name)).toEqual(names.toReversed())
    expect((await list(app, 'so-cooperation/organisations', { sort: 'recent' })).items[0]!.name).toBe(
      'Étincelle',
    )
  })

  it('gives pages of at most a hundred, and says which', async () => {
    const page = await list(app, 'so-cooperation/organisations', { per_page: '5', page: '2' })
    expect(page).toMatchObject({ total: 13, page: 2, per_page: 5 })
    expect(page.items).toHaveLength(5)
    expect((await list(app, 'so-cooperation/organisations', { per_page: '100' })).per_page).toBe(100)
    for (const [parameter, value] of [
      ['per_page', '101'],
      ['per_page', '0'],
      ['page', '0'],
      ['page', 'x'],
      ['page', '5001'],
    ]) {
      const response = await app.request(`${API}?${parameter}=${value}`)
      expect([response.status, (await response.json()).error.parameter]).toEqual([400, parameter])
    }
  })
})
