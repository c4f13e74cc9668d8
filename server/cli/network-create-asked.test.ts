import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadNetworks } from '#tenants/load.ts'
import { inProcess, temporaryFolder, tenantsCopy } from './testing.ts'

const tenantsFolder = tenantsCopy()
/** No database: one that is embedded, in a folder where none ever ran. */
const env = { DATA_DIR: temporaryFolder() }
const typed = (answers: [RegExp, string | null][], ...args: string[]) =>
  inProcess(['network', 'create', ...args], { env, tenantsFolder, answers })
const created = (slug: string) => loadNetworks(tenantsFolder).find((network) => network.slug === slug)
const CORSE = ['--name', 'Corse Coopération', '--region', 'Corse']

describe('A network created by a person', () => {
  it('is asked for, each question with its proposal', async () => {
    const { code, asked, unasked } = await typed([
      [/nom du réseau/, 'Corse Coopération'],
      [/adresses.*\[corse-cooperation\]/, ''],
      [/région/, '94'],
      [/départements.*\[2A,2B\]/, ''],
      [/forme juridique.*\[association\]/, ''],
      [/site/, 'https://corse.example'],
      [/modules.*\[petit-reseau\]/, 'complet'],
      [/couleur.*\[#/, '#7a1f3d'],
      [/trois lettres.*\[CC\]/, 'CO'],
    ])
    expect({ code, unasked }, asked).toEqual({ code: 0, unasked: [] })
    expect(created('corse-cooperation')).toMatchObject({
      website: 'https://corse.example',
      brand: { initials: 'CO', brand: '#7a1f3d' },
    })
  })

  it('is not asked what an option said', async () => {
    const { code, asked } = await typed([], ...CORSE, '--brand', '#7a1f3d')
    expect(code).toBe(0)
    expect(asked).not.toMatch(/nom du réseau|région|couleur/)
  })

  it('is asked again what cannot be right, a pale colour with the shade that suits', async () => {
    const { code, said, unasked } = await typed([
      [/nom du réseau/, ''],
      [/nom du réseau/, 'Corse Coopération'],
      [/région/, 'Atlantide'],
      [/région/, 'corse'],
      [/couleur/, '#ffcc00'],
      [/couleur.*\[#[0-9a-f]{6}\]/, ''],
    ])
    expect({ code, unasked }).toEqual({ code: 0, unasked: [] })
    expect(said.slice(0, 3)).toEqual([
      'Il faut une réponse',
      expect.stringContaining("n'est pas une région"),
      expect.stringContaining('se lit mal'),
    ])
    const shade = said[2]!.match(/#[0-9a-f]{6}$/)![0]
    expect(created('corse-cooperation')!.brand.brand).toBe(shade)
  })

  it('is asked again only what the loader refused', async () => {
    const { code, said, asked } = await typed(
      [
        [/adresses/, 'annuaire'],
        [/adresses/, 'corsica'],
      ],
      ...CORSE,
    )
    expect(code).toBe(0)
    expect(said.join('\n')).toContain('"annuaire" is a reserved address of the product')
    expect(asked.match(/départements/g)).toHaveLength(1)
    expect(created('corsica')).toBeDefined()
  })

  it('is not created when the person leaves before the last question', async () => {
    const before = readdirSync(tenantsFolder)
    const { code } = await typed([
      [/nom du réseau/, 'Corse Coopération'],
      [/région/, null],
    ])
    expect((code as Error).message).toContain("rien n'a été écrit")
    expect(readdirSync(tenantsFolder)).toEqual(before)
  })
})
