import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { IMPORTS, importing } from '#tests/support/importing.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { aPerson } from '#tests/support/people.ts'
import { PDF } from '#tests/support/sample-files.ts'
import { row, sheet, sheetOf, text } from '#tests/support/workbooks.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
let desk: ReturnType<typeof importing>

beforeAll(async () => {
  app = await startApp()
  configureFiles(memoryFiles())
  cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'staff' }))
  desk = importing(database.superuser, app, cookie)
})

const MIB = 1024 * 1024

/** What a person who sends this file reads, at once or on the page of their import. */
async function told(bytes: string | Uint8Array, name: string, language: 'fr' | 'en') {
  const body = new FormData()
  body.set('fichier', new File([bytes as BlobPart], name))
  const sent = await app.request(`${IMPORTS}?lng=${language}`, { method: 'POST', body, headers: { cookie } })
  if (sent.status !== 302) return asRead(await sent.text())
  await desk.work()
  return asRead(await desk.read(`${sent.headers.get('location')}?lng=${language}`))
}

const columns = (count: number) => Array.from({ length: count }, (_, at) => `Titre ${at}`)

describe('A file that would harm', () => {
  it.each<[string, () => string | Uint8Array, string, string, string]>([
    [
      'a workbook that unfolds without end',
      () => sheet('<worksheet/>', [{ name: 'xl/a.xml', content: Buffer.alloc(601 * MIB, 32) }]),
      'a.xlsx',
      'se déplie hors de toute mesure',
      'out of all measure',
    ],
    ['a PDF called a workbook', () => PDF, 'a.xlsx', 'n’est pas un tableau', 'is not a table'],
    ['a program called a CSV', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'a.csv', 'n’est pas un tableau', 'is not a table'],
    [
      'a UTF-8 that was cut',
      () => Buffer.concat([Buffer.from(`Nom;Ville\n${'été;août\n'.repeat(9)}`), Buffer.from([0xe9, 0x3b])]),
      'a.csv',
      '(ligne 11)',
      '(line 11)',
    ],
    ['16,384 columns', () => sheetOf(row(...columns(16_384))), 'a.xlsx', 'plus de 300 colonnes', 'more than 300 columns'],
    ['16,384 columns of text', () => columns(16_384).join(';'), 'a.csv', 'plus de 300 colonnes', 'more than 300 columns'],
    [
      'a workbook locked with a password',
      () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
      'a.xlsx',
      'mot de passe',
      'password',
    ],
    ['a million empty rows', () => `Nom;Type\n${';\n'.repeat(1_000_000)}`, 'a.csv', 'et aucune ligne', 'and no line'],
  ])('%s is refused in a sentence of each language', async (_name, bytes, file, french, english) => {
    const given = bytes()
    expect(await told(given, file, 'fr')).toContain(french)
    expect(await told(given, file, 'en')).toContain(english)
    expect(await desk.rows('select 1 from organisation')).toEqual([])
  }) // biome-ignore format: one line each

  it('larger than any table is refused before it is read', async () => {
    const headers = {
      cookie,
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(600 * MIB),
    }
    const refused = await app.request(IMPORTS, { method: 'POST', body: 'x', headers })
    expect(refused.status).toBe(413)
    const said = await refused.text()
    expect([said.includes('trop lourd'), said.includes('too large')]).toEqual([true, true])
  })
})

describe('A file that only looks harmful', () => {
  it('is read when its million empty rows end on one that says something', async () => {
    const empty = '<row/>'.repeat(1_000_000)
    const page = await desk.checked(sheetOf(row('Nom', 'Type'), empty, row('Après le vide', 'Association')))
    expect(await desk.countsOf(page)).toMatchObject({ create: 1, refused: 0 })
  })

  it('is read as Windows wrote it when it is no UTF-8, and its formulas are texts that nothing computes', async () => {
    const formula = '=HYPERLINK("http://x";"Été")'
    const quoted = `"${formula.replaceAll('"', '""')}"`
    await desk.imported(Buffer.from(`Nom;Type;Présentation\nSoirée;Association;${quoted}\n`, 'latin1'))
    const found = await desk.rows(`select name, description from organisation where name = 'Soirée'`)
    expect(found).toEqual([{ name: 'Soirée', description: formula }])
  })

  it('gets nothing of the machine by the entities it declares', async () => {
    const secret = join(mkdtempSync(join(tmpdir(), 'maillage-')), 'secret')
    writeFileSync(secret, 'le secret de la machine')
    const bytes = sheet(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://${secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>
      <worksheet><sheetData>${row('Nom', 'Type')}<row>${text('&e;&b;')}${text('Association')}</row></sheetData></worksheet>`,
    )
    await told(bytes, 'a.xlsx', 'fr')
    const kept = JSON.stringify(await desk.rows('select cells::text from organisation_import_line'))
    expect(kept).not.toMatch(/le secret|aaaaaaaaaa/)
  })
})
