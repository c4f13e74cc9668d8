import { beforeAll, describe, expect, it } from 'vitest'
import { rawPool } from '#db/client.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { DEMO_PASSWORD } from '#server/database.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { loadNetworks } from '#tenants/load.ts'
import { clientOf, useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf, type Person } from '#tests/support/people.ts'
import { configured, inProcess, tenantsCopy } from './testing.ts'

const database = useDatabase()
const tenantsFolder = tenantsCopy({ keep: true })
const here = (...args: string[]) => inProcess(args, { env: configured(database.urls), tenantsFolder })
const NEW = 'corse-cooperation'
const SIREN = '732829320'

let app: TestApp
let person: Person
const json = async (path: string) => (await app.request(path)).json()
const active = () => loadNetworks(tenantsFolder).filter(({ status }) => status === 'active')

async function publish(slug: string, by: Person, given: Parameters<typeof anOrganisation>[0]) {
  const staff = contextOf(slug, by) as StaffContext
  const { id } = await createOrganisation(staff, anOrganisation(given))
  await publishOrganisation(staff, id)
}

describe('A fifteenth network', () => {
  beforeAll(async () => {
    const { code, said } = await here('network', 'create', '--name', 'Corse Coopération', '--region', 'Corse')
    expect(code, said.join('\n')).toBe(0)
    expect(said).toContain('Le réseau est dans la base.')
    await readNetworks(rawPool(), loadNetworks(tenantsFolder)) // what a restart does
    app = await startApp({ demo: true })
    person = await aPerson(database.superuser, { [NEW]: 'staff', 'so-cooperation': 'staff' })
    await publish(NEW, person, { name: 'Les Amis de Porto-Novo', insee: '2A004', countries: ['BJ'] })
    await publish(NEW, person, { name: 'Vergers du Monde', insee: '2B033', siren: SIREN })
    await publish('so-cooperation', person, { name: 'Vergers du Monde', insee: '33063', siren: SIREN })
  })

  it('is in the public list of networks, with every other', async () => {
    const { items } = await json('/api/v1/networks')
    expect(items.map(({ slug }: { slug: string }) => slug)).toEqual(active().map(({ slug }) => slug))
    expect(items).toContainEqual(
      expect.objectContaining({ slug: NEW, name: 'Corse Coopération', departments: ['2A', '2B'] }),
    )
  })

  it('has its organisations in the national list, and in the counts of its facets', async () => {
    const { total, items, facets } = await json('/api/v1/organisations')
    expect(total).toBe(2)
    expect(items).toContainEqual(expect.objectContaining({ name: 'Les Amis de Porto-Novo', networks: [NEW] }))
    expect(facets.department).toContainEqual({ value: '2A', label: 'Corse-du-Sud', count: 1 })
    expect(facets.country).toContainEqual({ value: 'BJ', label: 'Bénin', count: 1 })
    const south = await json('/api/v1/organisations?department=2A')
    expect(south.items.map(({ slug }: { slug: string }) => slug)).toEqual(['les-amis-de-porto-novo'])
  })

  it('shares an organisation with an older network under one national identity', async () => {
    const { total, items } = await json('/api/v1/organisations?q=vergers')
    expect(total).toBe(1)
    expect([...items[0].networks].sort()).toEqual([NEW, 'so-cooperation'])
    const own = await json(`/api/v1/${NEW}/organisations`)
    expect(own.total).toBe(2)
    expect(own.facets.department.map(({ value }: { value: string }) => value).sort()).toEqual(['2A', '2B'])
  })

  it('has its pages, its link on the portal and its colours', async () => {
    const portal = await (await app.request('/')).text()
    for (const { slug } of active().filter(({ kind }) => kind === 'regional'))
      expect(portal, slug).toContain(`href="/${slug}"`)
    const page = await app.request(`/${NEW}/annuaire`)
    expect(page.status).toBe(200)
    const text = await page.text()
    expect(text).toContain('Les Amis de Porto-Novo')
    expect(text).toContain(active().find(({ slug }) => slug === NEW)!.brand.brand)
  })

  it('has its own desk, open to its staff and to no one else', async () => {
    const desk = async (by: Person) => {
      const cookie = await signedIn(app, by)
      return (await app.request(`/${NEW}/bureau/structures`, { headers: { cookie } })).status
    }
    expect(await desk(person)).toBe(200)
    expect(await desk(await aPerson(database.superuser, { 'so-cooperation': 'staff' }))).toBe(403)
  })

  it('keeps its records from the others: one session sees its rows, or theirs', async () => {
    const client = await clientOf(database.urls.app)
    const seen = async (slug: string) => {
      await client.query(
        `select set_config('app.network_id', (select id::text from network where slug = $1), false)`,
        [slug],
      )
      const { rows } = await client.query('select name from organisation order by name')
      return rows.map(({ name }) => name)
    }
    expect(await seen(NEW)).toEqual(['Les Amis de Porto-Novo', 'Vergers du Monde'])
    expect(await seen('gescod')).toEqual([])
    await client.end()
  })

  it('is listed by the command line with its records', async () => {
    const { code, printed } = await here('network', 'list')
    expect(code).toBe(0)
    expect(printed.join('\n')).toMatch(
      /^corse-cooperation +Corse Coopération +actif +Corse +non +2 +directory, membership, events, observatory$/m,
    )
    expect(printed).toHaveLength(1 + loadNetworks(tenantsFolder).length)
  })

  it('is filled by the demonstration with the others, its people included', async () => {
    await database.superuser.query('delete from account_grant')
    await database.superuser.query('truncate account, organisation, project, membership cascade')
    const every = loadNetworks(tenantsFolder).length
    const { code, said } = await here('demo', '--networks', `${every}`, '--organisations', '2')
    expect(code, said.join('\n')).toBe(0)
    for (const { slug } of active()) expect((await json(`/api/v1/${slug}/organisations`)).total, slug).toBe(2)
    await expect(signedIn(app, { email: `staff@${NEW}.demo` }, DEMO_PASSWORD)).resolves.toBeDefined()
  })
})
