import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { openFiles } from '#server/kernel/files/open-files.server.ts'
import { startWorker } from '#server/kernel/jobs.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { doWork } from '#server/works.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aPerson, type Person } from '#tests/support/people.ts'
import { cli, configured, temporaryFolder } from './testing.ts'

const database = useDatabase()
const folder = temporaryFolder()
let person: Person
let worker: Awaited<ReturnType<typeof startWorker>>
const file = join(folder, 'structures.csv')

beforeAll(async () => {
  configureFiles(openFiles(readSettings({ DATA_DIR: folder })))
  person = await aPerson(database.superuser, { gescod: 'staff' })
  worker = await startWorker(database.urls.app, [], () => {}, [doWork])
  writeFileSync(file, 'Nom;Type;Ville;CP\nLes Amis de la Rive;Association;Metz;57000\n;Association;;\n')
})
afterAll(() => worker.stop())

const command = (...args: string[]) => cli(args, { ...configured(database.urls), DATA_DIR: folder })
const named = async () =>
  (await database.superuser.query(`select city from organisation where name = 'Les Amis de la Rive'`)).rows

describe('A file of organisations, from the command line', () => {
  it('says what it would do and writes nothing, until it is told to', async () => {
    const seen = await command('import', 'gescod', file, '--account', person.email)
    expect(seen).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\/gescod\/bureau\/imports\//) })
    for (const said of ['1 à créer', '1 refusées', 'Rien n’est écrit.']) expect(seen.stderr).toContain(said)
    expect(await named()).toEqual([])
    const done = await command('import', 'gescod', file, '--account', person.email, '--write')
    expect(done).toMatchObject({ code: 0, stderr: expect.stringContaining('Les fiches sont écrites.') })
    expect(await named()).toEqual([{ city: 'Metz' }])
  })

  it('leaves again as a list, that the register keeps with its purpose', async () => {
    const to = join(folder, 'liste.csv')
    const given = ['--account', person.email, '--purpose', 'Bilan annuel', '--to', to]
    const done = await command('export', 'gescod', ...given, '--columns', 'name,city', '--criteria', 'q=rive')
    expect(done).toMatchObject({ code: 0, stdout: `${to}\n` })
    expect(readFileSync(to, 'utf8')).toBe('\uFEFFNom;Commune\r\nLes Amis de la Rive;Metz\r\n')
    const { rows } = await database.superuser.query('select purpose, row_count, account_id from list_request')
    expect(rows).toEqual([{ purpose: 'Bilan annuel', row_count: 1, account_id: person.id }])
    expect((await command('export', 'gescod', ...given)).stderr).toContain('existe déjà')
  })

  it.each([
    [['import', 'gescod'], 'Donnez un fichier'],
    [['import', 'gescod', 'nulle-part.csv'], 'n’existe pas'],
    [['import', 'gescod', file, '--account', 'personne@essai.example'], 'Personne n’a l’adresse'],
    [['import', 'resacoop', file, '--account', '@'], 'n’a pas ce droit'],
    [['export', 'gescod'], '--purpose'],
  ])('is refused in one sentence when %s', async (args, words) => {
    const { code, stdout, stderr } = await command(...args.map((one) => (one === '@' ? person.email : one)))
    expect([code, stdout, stderr.includes(words), stderr.trim().split('\n').length]).toEqual([2, '', true, 1])
    expect(existsSync(join(folder, 'gescod.csv'))).toBe(false)
  })
})
