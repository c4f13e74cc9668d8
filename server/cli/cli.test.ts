import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { clientOf, useDatabase } from '#tests/support/database.ts'
import { cli, configured, inProcess, tenantsCopy } from './testing.ts'

const database = useDatabase()
const tenantsFolder = tenantsCopy()
const here = (...args: string[]) => inProcess(args, { tenantsFolder })

describe('The command line', () => {
  it('lists its commands, one line each', async () => {
    const { code, printed } = await here('--help')
    expect(code).toBe(0)
    const names = printed.join('\n').match(/^ {2}\S+( \S+)?(?= {2})/gm)
    expect(names?.map((name) => name.trim())).toEqual([
      'db url',
      'demo',
      'account invite',
      'account forget-passkeys',
      'import',
      'export',
      'network list',
      'network create',
    ])
  })

  it.each([
    ['db url'],
    ['demo'],
    ['account invite'],
    ['import'],
    ['export'],
    ['network list'],
    ['network create'],
  ])('explains « %s », with an example', async (name) => {
    const { code, printed } = await here(...name.split(' '), '--help')
    expect(code).toBe(0)
    expect(printed.join('\n')).toMatch(new RegExp(`Exemples? :\\n {2}npm run cli -- ${name}`))
  })

  it.each([
    [['frobnicate'], "La commande « frobnicate » n'existe pas"],
    [['network', 'destroy'], "La commande « network destroy » n'existe pas"],
    [[], 'Dites quelle commande exécuter'],
    [['db', 'url', '--colour'], "L'option --colour n'existe pas"],
    [['db', 'url', 'please'], '« please » est en trop'],
    [['db', 'url', '--role'], "L'option --role demande une valeur"],
    [['demo', '--reset=yes'], "L'option --reset ne prend pas de valeur"],
    [['db', 'url', '--role', 'root'], '--role vaut app, owner, observatory, pas « root »'],
    [['demo', '--networks', 'many'], '--networks est un nombre, pas « many »'],
    [['demo', '--big', '70000'], "--big s'écrit slug:nombre"],
  ])('refuses %j in one sentence, with the code scripts know', async (args, sentence) => {
    const { code, printed, said } = await here(...args)
    expect(code).toBe(2)
    expect(printed).toEqual([])
    expect(said).toEqual([expect.stringContaining(sentence)])
  })

  it('says so with its exit code to whoever started it', async () => {
    expect(await cli(['frobnicate'], {})).toEqual({
      code: 2,
      stdout: '',
      stderr: "La commande « frobnicate » n'existe pas. Voir : npm run cli -- --help\n",
    })
  })
})

describe('The address of a configured database', () => {
  const userOf = async (...args: string[]) => {
    const { stdout, stderr } = await cli(['db', 'url', ...args], configured(database.urls, 'live'))
    expect(stderr).toBe('')
    const client = await clientOf(stdout.trim())
    const { rows } = await client.query('select current_user as name, current_database() as database')
    await client.end()
    expect(rows[0].database).toBe(database.name)
    return rows[0].name
  }

  it('is alone on standard output, and opens the access that was asked', async () => {
    expect(await userOf()).toBe('maillage_app')
    expect(await userOf('--role', 'owner')).toBe('maillage_owner')
    expect(await userOf('--role', 'observatory')).toBe('maillage_observatory')
  })

  it('is made from the owner alone when only that one is given, as at start', async () => {
    const env = { DATABASE_URL: 'postgresql://keeper:secret-of-the-house@db.example:5433/network' }
    const word = createHmac('sha256', 'secret-of-the-house').update('maillage_app').digest('base64url')
    const { printed } = await inProcess(['db', 'url'], { tenantsFolder, env })
    expect(printed).toEqual([`postgresql://maillage_app:${word}@db.example:5433/network`])
  })
})
