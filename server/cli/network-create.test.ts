import { describe, expect, it } from 'vitest'
import { loadNetworks } from '#tenants/load.ts'
import { inProcess, temporaryFolder, tenantsCopy } from './testing.ts'

const tenantsFolder = tenantsCopy()
const networks = loadNetworks(tenantsFolder)
/** No database: one that is embedded, in a folder where none ever ran. */
const env = { DATA_DIR: temporaryFolder() }
const create = (...args: string[]) => inProcess(['network', 'create', ...args], { env, tenantsFolder })
const created = (slug: string) => loadNetworks(tenantsFolder).find((network) => network.slug === slug)
const CORSE = ['--name', 'Corse Coopération', '--region', 'Corse']

describe('A network created by a script', () => {
  it('needs a name and a region; the rest is proposed', async () => {
    const { code, printed } = await create(...CORSE)
    expect({ code, printed }).toEqual({ code: 0, printed: ['tenants/corse-cooperation/network.json'] })
    const network = created('corse-cooperation')!
    expect(network).toMatchObject({
      kind: 'regional',
      status: 'active',
      names: [{ name: 'Corse Coopération' }],
      legalForm: 'association',
      region: '94',
      departments: ['2A', '2B'],
      modules: ['directory', 'membership', 'events', 'observatory'],
      timeZone: 'Europe/Paris',
      conferenceMembership: [],
    })
    expect(network.brand.initials).toBe('CC')
    expect(networks.map(({ brand }) => brand.brand)).not.toContain(network.brand.brand)
    expect(network.map.lat).toBeCloseTo(42.2, 0)
    expect(network.toVerify.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['colleges', 'conferenceMembership', 'website', 'brand']),
    )
  })

  it('says all it can by options, and keeps to them', async () => {
    const options = ['--slug', 'corsica', '--acronym', 'CI', '--departments', '2b', '--legal-form', 'gip']
    const more = ['--founded', '2021-05-04', '--website', 'https://corsica.example', '--preset', 'complet']
    const last = [
      '--brand',
      '7A1F3D',
      '--initials',
      'CO',
      '--member-since',
      '2024-01-01',
      '--status',
      'to_confirm',
    ]
    const { code } = await create(...CORSE, ...options, ...more, ...last)
    expect(code).toBe(0)
    expect(created('corsica')).toMatchObject({
      acronym: 'CI',
      status: 'to_confirm',
      departments: ['2B'],
      legalForm: 'gip',
      founded: '2021-05-04',
      website: 'https://corsica.example',
      brand: { initials: 'CO', brand: '#7a1f3d', onBrand: '#ffffff' },
      conferenceMembership: [{ from: '2024-01-01' }],
    })
    expect(created('corsica')!.modules).toContain('observatory')
    expect(created('corsica')!.toVerify.map(({ field }) => field)).toEqual(['antennas', 'colleges'])
  })

  it.each([
    ['La Réunion', ['974'], 'Indian/Reunion'],
    ['mayotte', ['976'], 'Indian/Mayotte'],
    ['02', ['972'], 'America/Martinique'],
    ['Ile de France', ['75', '77', '78', '91', '92', '93', '94', '95'], 'Europe/Paris'],
  ])('lives by the clock of its region: %s', async (region, departments, timeZone) => {
    expect((await create('--name', 'Nouveau', '--region', region)).code).toBe(0)
    expect(created('nouveau')).toMatchObject({ departments, timeZone })
  })

  it('says what to do next, and that a database that sleeps will have it at its next start', async () => {
    const { said } = await create(...CORSE)
    expect(said.join('\n')).toContain('elle recevra le réseau au prochain démarrage')
    expect(said.join('\n')).toMatch(/redémarrez : une instance lit les réseaux à son démarrage/)
  })

  it('is written all the same when the configured database does not answer, which is said', async () => {
    const away = { DATABASE_URL: 'postgresql://o:p@127.0.0.1:9/none' }
    const { code, said } = await inProcess(['network', 'create', ...CORSE], { env: away, tenantsFolder })
    expect(code).toBe(0)
    expect(said[0]).toMatch(/^La base n'a pas pris le réseau \(.*ECONNREFUSED.*\) : elle le recevra/)
    expect(created('corse-cooperation')).toBeDefined()
    const list = await inProcess(['network', 'list'], { env: away, tenantsFolder })
    expect(list.said[0]).toMatch(/^Les fiches ne sont pas comptées : .*ECONNREFUSED/)
    expect(list.printed.join('\n')).toMatch(
      /^corse-cooperation +Corse Coopération +actif +Corse +non +— +directory/m,
    )
  })
})
