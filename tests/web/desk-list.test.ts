import { beforeAll, describe, expect, it } from 'vitest'
import { formatSiren } from '#packages/identifiers/siren.ts'
import { formatSiret } from '#packages/identifiers/siret.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { findOrganisations } from '#server/crm/organisation/find-organisations.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string

const MANY = 31
const EMPTY = 'Votre réseau ne connaît encore aucune structure'
const NUMBERS = { siren: '732829320', siret: '73282932000074', rna: 'W381001234' }

/** So Coopération knows 31 associations, a second page of one; Résacoop knows nobody; Guyacoop one, noted at night. */
beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  for (let number = 1; number < MANY; number++)
    await createOrganisation(staff, anOrganisation({ name: `Membre ${String(number).padStart(2, '0')}` }))
  await createOrganisation(staff, anOrganisation({ name: 'Numérotée', ...NUMBERS }))
})

const ask = (query: string, network = 'so-cooperation', as = cookie) =>
  app.request(`/${network}/bureau/structures${query}`, { headers: { cookie: as } })
const listOf = async (...asked: Parameters<typeof ask>) => decoded(await (await ask(...asked)).text())
const linesOf = (html: string) => html.split('<tbody>')[1]?.match(/<tr>/g)?.length ?? 0

describe('The list of the desk', () => {
  it('says that a network knows nobody only when it does', async () => {
    const { account } = await staffOf(database.superuser, 'resacoop')
    const theirs = await signedIn(app, account)
    expect(await listOf('', 'resacoop', theirs)).toContain(EMPTY)
    for (const asked of ['?type=association', '?q=eau', '?q=eau&type=association'])
      expect(await listOf(asked, 'resacoop', theirs), asked).not.toContain(EMPTY)
    expect(await listOf('?type=company')).not.toContain(EMPTY)
    expect(await listOf('?type=company')).toContain('Aucune structure de ce type')
  })

  it.each(['', '&q=niort', '&type=association'])(
    'opens its last page when asked for one past it%s',
    async (rest) => {
      for (const page of [3, 400, 99_999]) {
        const response = await ask(`?page=${page}${rest}`)
        expect(response.status).toBe(302)
        const location = new URL(response.headers.get('location')!, 'http://maillage.test')
        expect(location.searchParams.get('page')).toBe('2')
        expect(linesOf(await listOf(location.search))).toBe(1)
      }
    },
  )

  it('is in the order that its address says, searched or not, from one page to the next', async () => {
    const namesOf = (html: string) => [...html.matchAll(/>(Membre \d+|Numérotée)</g)].map(([, name]) => name)
    for (const q of ['', '&q=niort']) {
      const [up, down] = [await listOf(`?tri=name${q}`), await listOf(`?tri=-name${q}`)]
      expect(namesOf(up)[0]).toBe('Membre 01')
      expect(namesOf(down)[0]).toBe('Numérotée')
      expect(namesOf(await listOf(`?tri=-name&page=2${q}`))).toEqual(['Membre 01'])
      for (const tri of ['type', '-type', 'place', '-place', 'directory', '-directory', 'updated', 'nope'])
        expect(linesOf(await listOf(`?tri=${tri}${q}`)), tri).toBe(30)
    }
  })

  it('shows the columns its address names, and always the name', async () => {
    const html = await listOf('?col=&col=place')
    expect([...html.matchAll(/<th scope="col"[^>]*>/g)]).toHaveLength(2)
    expect(html).toContain('aria-sort="ascending"')
  })

  it('counts all that answer whatever the page', async () => {
    for (const q of ['', 'niort'])
      for (const page of [1, 2, 7])
        expect((await findOrganisations(staff, { q, kind: [], page })).total, `${q} ${page}`).toBe(MANY)
  })

  it.each([
    ['?type=nope&q=numerotee', 1],
    ['?page=nope&q=numerotee', 1],
    ['?type=nope&page=2', 1],
    ['?type=company&page=0', 0],
    ['?type=company&type=nope', 0],
  ])('leaves out a parameter it does not understand, and keeps the others: %s', async (asked, lines) => {
    expect(linesOf(await listOf(asked))).toBe(lines)
  })

  it.each([
    formatSiren(NUMBERS.siren),
    '732 829 320',
    formatSiret(NUMBERS.siret),
    '732 829 320 00074',
    'W381 001 234',
    'numérotée 732 829 320',
  ])('finds a record by its number, copied with its spaces: %s', async (q) => {
    const html = await listOf(`?${new URLSearchParams({ q })}`)
    expect(html).toContain('Numérotée')
    expect(linesOf(html)).toBe(1)
  })

  it('says on which day a record was changed as days are counted in the network', async () => {
    const cayenne = await staffOf(database.superuser, 'guyacoop')
    const night = { ...cayenne, clock: { now: () => new Date('2026-03-10T01:30:00Z') } }
    await createOrganisation(night, anOrganisation({ name: 'Nocturne' }))
    const html = await listOf('', 'guyacoop', await signedIn(app, cayenne.account))
    expect(html).toContain('9 mars 2026')
    expect(html).not.toContain('10 mars 2026')
  })
})
