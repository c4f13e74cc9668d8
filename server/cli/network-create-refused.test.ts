import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadNetworks, TenantDataError } from '#tenants/load.ts'
import { inProcess, temporaryFolder, tenantsCopy } from './testing.ts'

const tenantsFolder = tenantsCopy()
const env = { DATA_DIR: temporaryFolder() }
const create = (...args: string[]) => inProcess(['network', 'create', ...args], { env, tenantsFolder })
const created = (slug: string) => loadNetworks(tenantsFolder).find((network) => network.slug === slug)
const CORSE = ['--name', 'Corse Coopération', '--region', 'Corse']

describe('No network is created', () => {
  const refused = async (...args: string[]) => {
    const before = readdirSync(tenantsFolder)
    const { code, said, printed } = await create(...args)
    expect(readdirSync(tenantsFolder)).toEqual(before)
    expect(printed).toEqual([])
    return { code, said: said.join('\n') }
  }

  it.each([
    [[...CORSE, '--slug', 'gescod'], 'tenants/gescod/network.json: slug — this network already exists'],
    [
      [...CORSE, '--slug', 'annuaire'],
      'tenants/annuaire/network.json: slug — "annuaire" is a reserved address of the product',
    ],
    [[...CORSE, '--slug', '../corse'], 'slug — must be small letters, figures and hyphens'],
    [
      ['--name', 'Bretagne bis', '--region', 'Bretagne', '--departments', '29'],
      'tenants/bretagne-bis/network.json: departments[0] — 29 already belongs to tenants/bretagne-solidaire/network.json',
    ],
    [
      ['--name', 'Gescod', '--region', 'Corse', '--slug', 'autre'],
      'names[0].name — "Gescod" already designates the network of tenants/gescod/network.json',
    ],
    [[...CORSE, '--website', 'http://corse.example'], 'website — must be an address beginning with https://'],
    [[...CORSE, '--founded', 'jadis'], 'founded — must be a year, or a day written YYYY-MM-DD'],
  ])('when the loader refuses it: %j', async (args, sentence) => {
    const { code } = await refused(...args)
    expect(code).toBeInstanceOf(TenantDataError)
    expect((code as Error).message).toContain(sentence)
  })

  it.each([
    [['--region', 'Corse'], 'Il manque --name'],
    [['--name', 'Corse Coopération'], 'Il manque --region'],
    [['--name', 'Rien', '--region', 'Atlantide'], "« Atlantide » n'est pas une région"],
    [['--name', 'Rien', '--region', 'Bretagne'], 'Tous les départements de Bretagne ont déjà un réseau'],
    [[...CORSE, '--departments', '2A,99'], "« 99 » n'est pas un département"],
    [[...CORSE, '--departments', '29'], "Finistère (29) n'est pas dans la région Corse"],
    [[...CORSE, '--preset', 'tout'], "« tout » n'est pas dans la liste : petit-reseau, complet"],
    [[...CORSE, '--brand', 'red'], "Une couleur s'écrit #rrvvbb"],
    [[...CORSE, '--brand', '#a63a16'], '#a63a16 est déjà la couleur de so-cooperation'],
    [
      [...CORSE, '--brand', '#ffcc00'],
      '#ffcc00 se lit mal sur le fond des pages (contraste de 1,4, il faut 4,5)',
    ],
  ])('when an option cannot be right: %j', async (args, sentence) => {
    expect(await refused(...args)).toEqual({ code: 2, said: expect.stringContaining(sentence) })
  })

  it('when a colour is too pale, but the shade that is suggested is then accepted', async () => {
    const { said } = await refused(...CORSE, '--brand', '#ffcc00')
    const [shade] = said.match(/#[0-9a-f]{6}(?=\. Voir)/)!
    expect((await create(...CORSE, '--brand', shade)).code).toBe(0)
    expect(created('corse-cooperation')!.brand.brand).toBe(shade)
  })
})
