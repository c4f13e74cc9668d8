import { describe, expect, it } from 'vitest'
import { DEMO_PASSWORD } from '#server/database.ts'
import { loadNetworks } from '#tenants/load.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { cli, configured, inProcess, tenantsCopy } from './testing.ts'

const database = useDatabase()
const tenantsFolder = tenantsCopy()
const known = loadNetworks(tenantsFolder).length
const demo = (...args: string[]) => cli(['demo', ...args], configured(database.urls))
const records = async () => {
  const { rows } = await database.superuser.query<{ slug: string; count: number }>(
    'select network.slug, count(*)::int as count from organisation join network on network.id = network_id group by 1 order by 1',
  )
  return Object.fromEntries(rows.map(({ slug, count }) => [slug, count]))
}
const column = (stdout: string, slug: string) => stdout.match(new RegExp(`^${slug} +(\\S+)`, 'm'))?.[1]

describe('Demonstration data', () => {
  it('has the sizes that were asked, said network by network, and its people can sign in', async () => {
    const { code, stdout, stderr } = await demo(
      '--networks',
      '3',
      '--organisations',
      '12',
      '--big',
      'gescod:30',
    )
    expect(code, stderr).toBe(0)
    expect(await records()).toEqual({ 'bfc-international': 12, cirrma: 12, gescod: 30, 'so-cooperation': 12 })
    expect(['cirrma', 'gescod', 'total'].map((slug) => column(stdout, slug))).toEqual(['12', '30', '66'])
    expect(stdout).toMatch(/comptes créés, en \d+,\d s\n$/)
    const app = await startApp({ demo: true })
    await expect(signedIn(app, { email: 'staff@gescod.demo' }, DEMO_PASSWORD)).resolves.toContain(
      'maillage_session=',
    )
  })

  it('leaves alone a network that has records, and says how to start afresh', async () => {
    const { code, stdout, stderr } = await demo('--networks', '4', '--organisations', '5')
    expect(code, stderr).toBe(0)
    expect(column(stdout, 'so-cooperation')).toBe('—')
    expect(column(stdout, 'bretagne-solidaire')).toBe('5')
    expect(stderr).toMatch(/Laissés tels quels.*bfc-international, cirrma, so-cooperation\..*--reset/)
    expect(await records()).toMatchObject({ 'so-cooperation': 12, 'bretagne-solidaire': 5 })
  })

  it('starts afresh when asked, under the numbers a running instance knows, which sees its counts are stale', async () => {
    const numbers = async () => (await database.owner.query('select id, slug from network order by id')).rows
    const revisions = async () => {
      const { rows } = await database.superuser.query<{ id: number; revision: number }>(
        'select network_id as id, revision::int from listing_revision order by 1',
      )
      return rows
    }
    const [before, stale] = [await numbers(), await revisions()]
    const { code, stderr } = await demo('--reset', '--networks', '2', '--organisations', '7')
    expect(code, stderr).toBe(0)
    expect(await records()).toEqual({ cirrma: 7, 'so-cooperation': 7 })
    expect(await numbers()).toEqual(before)
    const fresh = await revisions()
    expect(stale.length).toBeGreaterThan(3)
    for (const { id, revision } of stale)
      expect(fresh.find((one) => one.id === id)!.revision, `network ${id}`).toBeGreaterThan(revision)
  })

  it('is refused in live mode, and nothing is written', async () => {
    const before = await records()
    const { code, stdout, stderr } = await cli(['demo', '--reset'], configured(database.urls, 'live'))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain('refusées en mode live')
    expect(await records()).toEqual(before)
  })

  it('never empties a database that has the account of somebody', async () => {
    const before = await records()
    await aPerson(database.superuser, {})
    const { code, stderr } = await demo('--reset')
    expect(code).toBe(1)
    expect(stderr).toContain('des comptes qui ne sont pas de démonstration')
    expect(await records()).toEqual(before)
  })

  it.each([
    [
      ['--networks', `${known + 1}`],
      `${known + 1} networks asked, tenants/ describes ${known}: create the others first`,
    ],
    [['--organisations', '100001'], 'between 1 and 100000 organisations, not 100001'],
    [['--big', 'so-cooperation:0'], 'between 1 and 100000 organisations, not 0'],
    [['--big', 'nowhere:10'], 'no network is called nowhere'],
  ])('of an impossible size is refused before the database is opened: %j', async (args, sentence) => {
    const env = { DATABASE_URL: 'postgresql://o:p@127.0.0.1:9/none', MAILLAGE_MODE: 'demo' }
    const { code, said } = await inProcess(['demo', ...args], { tenantsFolder, env })
    expect(code).toBe(2)
    expect(said).toEqual([expect.stringContaining(sentence)])
  })
})
