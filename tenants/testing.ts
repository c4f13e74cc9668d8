import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { loadNetworks, TenantDataError } from './load.ts'

/** The networks the product came with: a test that says something of all of them means these, whatever was created since. */
export const FIRST_SLUGS = [
  'bfc-international',
  'bretagne-solidaire',
  'centraider',
  'cirrma',
  'gescod',
  'guyacoop',
  'horizons-solidaires',
  'karib-horizon',
  'lianes-cooperation',
  'occitanie-cooperation',
  'pays-de-la-loire-ci',
  'resacoop',
  'so-cooperation',
  'territoires-solidaires',
]

/** The smallest sound networks: tests change one thing in them. */
export const regional = {
  slug: 'aquilon',
  kind: 'regional',
  status: 'active',
  names: [{ name: 'Aquilon' }],
  aliases: [],
  legalForm: 'association',
  predecessors: [],
  region: '53',
  departments: ['22', '29'],
  antennas: [{ city: 'Brest', department: '29', main: true }],
  brand: {
    initials: 'A',
    brand: '#0a5c5f',
    brandStrong: '#06413f',
    brandSoft: '#dff0ec',
    onBrand: '#ffffff',
  },
  colleges: 'default',
  missions: 'default',
  modules: 'complet',
  map: { lat: 48, lon: -3, zoom: 8 },
  timeZone: 'Europe/Paris',
  conferenceMembership: [],
  toVerify: [],
}
export const conference = {
  ...regional,
  slug: 'conference',
  kind: 'conference',
  names: [{ name: 'La conférence' }],
  region: null,
  departments: [],
  antennas: [],
}

const made: string[] = []
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true })
})

/** Writes a folder of networks and gives the lines the loader refuses it with. */
export function refusals(files: Record<string, unknown>): string[] {
  const parent = mkdtempSync(join(tmpdir(), 'networks-'))
  made.push(parent)
  for (const [slug, content] of Object.entries(files)) {
    mkdirSync(join(parent, 'tenants', slug), { recursive: true })
    if (content === undefined) continue
    const written = typeof content === 'string' ? content : JSON.stringify(content)
    writeFileSync(join(parent, 'tenants', slug, 'network.json'), written)
  }
  try {
    loadNetworks(join(parent, 'tenants'))
    return []
  } catch (error) {
    if (!(error instanceof TenantDataError)) throw error
    return error.message.split('\n')
  }
}
