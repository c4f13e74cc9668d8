import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { importing } from '#tests/support/importing.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let desk: ReturnType<typeof importing>

beforeAll(async () => {
  app = await startApp()
  configureFiles(memoryFiles())
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
  staff = contextOf('so-cooperation', person) as StaffContext
  desk = importing(database.superuser, app, await signedIn(app, person))
})

describe('A record that several lines resemble', () => {
  it('is one line of the file, whatever a person chooses for the others', async () => {
    await createOrganisation(
      staff,
      anOrganisation({ name: 'Foyer des Acacias', insee: null, postalCode: null }),
    )
    const [known] = await desk.rows(`select id from organisation where name = 'Foyer des Acacias'`)
    const page = await desk.checked(
      'Nom;Type;CP;Ville;Sigle\nFoyer des Acacias;Association;86000;Poitiers;FA\nFoyer des acacias;Association;79000;Niort;FDA\n',
    )
    expect((await desk.countsOf(page)).like).toBe(2)
    await desk.send(`${page}/lignes`, { intent: 'choisir', 'ligne:2': known.id, 'ligne:3': known.id })
    expect(await desk.countsOf(page)).toEqual({ create: 0, update: 1, same: 0, refused: 1, like: 0 })
    expect(await desk.read(`${page}/refusees`)).toContain('déjà à la ligne 2')
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await desk.rows('select acronym from organisation where id = $1', [known.id])).toEqual([
      { acronym: 'FA' },
    ])
  })
})

describe('A kind of organisation', () => {
  it('is known by each word of its label', async () => {
    const page = await desk.checked('Nom;Type;CP;Ville\nPuits de Kpalimé;ONG;86000;Poitiers\n')
    expect(await desk.countsOf(page)).toEqual({ create: 1, update: 0, same: 0, refused: 0, like: 0 })
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await desk.rows(`select subkind from organisation where name = 'Puits de Kpalimé'`)).toEqual([
      { subkind: 'national_ngo' },
    ])
  })
})
