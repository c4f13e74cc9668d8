import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { writeOds } from 'hucre/ods'
import { afterAll, describe, expect, it } from 'vitest'
import { FORMULAS } from '#tests/support/hostile-texts.ts'
import { PDF, zip } from '#tests/support/sample-files.ts'
import { sheet, text } from '#tests/support/workbooks.ts'
import { inert } from './cell-text.ts'
import { readTable } from './read-table.server.ts'
import { type Refusal, SpreadsheetRefused } from './refusal.ts'
import { writeCsv } from './write-csv.server.ts'
import { writeXlsx } from './write-xlsx.server.ts'

const folder = mkdtempSync(join(tmpdir(), 'maillage-spreadsheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

let count = 0
function aFile(bytes: string | Uint8Array): string {
  const path = join(folder, String(++count))
  writeFileSync(path, bytes)
  return path
}

async function read(bytes: string | Uint8Array) {
  const { kind, headings, rows } = await readTable(aFile(bytes))
  const read: [number, ...string[]][] = []
  for await (const { line, cells } of rows) read.push([line, ...cells])
  return { kind, headings, rows: read }
}

async function refusalOf(bytes: string | Uint8Array): Promise<[Refusal, number | null]> {
  try {
    await read(bytes)
  } catch (error) {
    if (error instanceof SpreadsheetRefused) return [error.why, error.line]
    throw error
  }
  throw new Error('it was read')
}

async function* each<T>(rows: T[]) {
  yield* rows
}

async function piecesOf<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await piecesOf(pieces))
}

describe('A table of text', () => {
  it.each([
    ['UTF-8', Buffer.from('Nom;Ville\nÉté;Niort\n')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFNom;Ville\nÉté;Niort\n')],
    ['UTF-16 with a mark', Buffer.from('\uFEFFNom;Ville\nÉté;Niort\n', 'utf16le')],
    ['UTF-16 without', Buffer.from('Nom;Ville\nÉté;Niort\n', 'utf16le')],
    ['UTF-16, the other end first', Buffer.from('\uFEFFNom;Ville\nÉté;Niort\n', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('Nom;Ville\nÉté;Niort\n', 'latin1')],
  ])('is read in %s', async (_name, bytes) => {
    expect(await read(bytes)).toEqual({
      kind: 'csv',
      headings: ['Nom', 'Ville'],
      rows: [[2, 'Été', 'Niort']],
    })
  })

  it('keeps the euro and the œ of Windows', async () => {
    expect((await read(Buffer.from('Nom;Prix\n\x8cuvre;3 \x80\n', 'latin1'))).rows).toEqual([
      [2, 'Œuvre', '3 €'],
    ])
  })

  it.each([';', ',', '\t', '|'])('cut by « %s » is cut there', async (sign) => {
    const said = [
      ['Nom', 'Pays, villes', 'Note'],
      ['A; B', 'x', 'y'],
    ].map((row) => row.map((cell) => `"${cell}"`).join(sign))
    expect((await read(said.join('\n'))).headings).toEqual(['Nom', 'Pays, villes', 'Note'])
  })

  it('says the line of each row, blank lines and broken cells counted', async () => {
    const { rows } = await read('\n\nNom;Note\r\na;"un\r\ndeux"\r\n\r\n;\r\nb;2')
    expect(rows).toEqual([
      [4, 'a', 'un\r\ndeux'],
      [8, 'b', '2'],
    ])
  })

  it('gives every row at least the width of its headings, and every heading a name of its own', async () => {
    const { headings, rows } = await read('Pays;Pays;;\na\nb;c;d')
    expect(headings).toEqual(['Pays', 'Pays (2)'])
    expect(rows).toEqual([
      [2, 'a', ''],
      [3, 'b', 'c', 'd'],
    ])
    expect((await read('Nom;;Ville\n1;2;3')).headings).toEqual(['Nom', 'Colonne B', 'Ville'])
  })
})

describe('The line of the headings', () => {
  it.each<[string, string, string[], number]>([
    ['the first', 'Nom;Ville\nA;Niort', ['Nom', 'Ville'], 2],
    ['below a title and a day', 'Liste des associations, 2024\nExtraction du;12/03/2024;;\n\nNom;Type;Ville;CP\nA;B;Niort;79000', ['Nom', 'Type', 'Ville', 'CP'], 5],
    ['below groups of columns', 'Structure;;;Contact;;\nNom;Type;Ville;Prénom;Nom;Mail\nA;B;C;D;E;f@g.hi', ['Nom', 'Type', 'Ville', 'Prénom', 'Nom (2)', 'Mail'], 3],
    ['of two titles alike', 'Pays;Pays\nTogo;Bénin', ['Pays', 'Pays (2)'], 2],
    ['cut by semicolons, its cells full of commas', 'Nom;Pays\nA;Togo, Bénin, Mali\nB;Togo, Bénin, Mali\nC;Mali', ['Nom', 'Pays'], 2],
    ['cut by commas below a sentence', 'Liste des structures\nNom,Ville\nA,Niort\nB,Melle', ['Nom', 'Ville'], 3],
  ])('%s, is found', async (_name, file, headings, line) => {
    const found = await read(file)
    expect(found.headings).toEqual(headings)
    expect(found.rows[0]![0]).toBe(line)
  }) // biome-ignore format: one line each

  it('is the one with known titles, when the title above is as wide', async () => {
    const file = aFile('Annuaire;du;réseau\nTitre;Genre;Lieu\nA;B;C\n')
    const { headings, above } = await readTable(file, (title) => ['Titre', 'Lieu'].includes(title))
    expect([headings, above.map(({ line }) => line)]).toEqual([
      ['Titre', 'Genre', 'Lieu'],
      [1, 2],
    ])
  })
})

describe('A workbook', () => {
  it('gives days, numbers and formulas as texts; a formula is its last result', async () => {
    const cells = `${text('a')}<c><v>12345678901234</v></c><c t="b"><v>1</v></c><c t="str"><f>HYPERLINK("http://x")</f><v>lien</v></c>`
    const { rows } = await read(
      sheet(
        `<worksheet><sheetData><row r="1">${['Nom', 'SIRET', 'Oui', 'F'].map(text).join('')}</row><row r="3">${cells}</row></sheetData></worksheet>`,
      ),
    )
    expect(rows).toEqual([[3, 'a', '12345678901234', 'true', 'lien']])
    const ods = await writeOds({
      sheets: [
        {
          name: 'A',
          rows: [
            ['Nom', 'Jour'],
            ['é', new Date(Date.UTC(2024, 1, 29))],
          ],
        },
      ],
    })
    expect(await read(ods)).toEqual({
      kind: 'ods',
      headings: ['Nom', 'Jour'],
      rows: [[2, 'é', '2024-02-29']],
    })
  })

  it('written, then read, is the same; its texts are never formulas', async () => {
    const rows = [['Nom', 'Note'], ...FORMULAS.map((one) => [one, ' é <b>&amp;\n']), ['0123', '1e5']]
    const bytes = await gathered(writeXlsx(each(rows), 'Liste : [a/b]'))
    expect((await read(bytes)).rows.map(([, ...cells]) => cells)).toEqual(rows.slice(1))
  })

  it('that asks for a file of the machine gets nothing of it', async () => {
    const secret = aFile('le secret de la machine')
    const bytes = sheet(
      `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file://${secret}"><!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row>${text('Nom')}</row><row>${text('&e;&b;')}</row></sheetData></worksheet>`,
    )
    expect(JSON.stringify(await read(bytes).catch(() => null))).not.toMatch(/secret|aaaa/)
  })
})

describe('What is refused, and where', () => {
  const inflated = Buffer.alloc(700 * 1024 * 1024, 32)
  const wide = (width: number) => Array.from({ length: width }, (_, at) => `C${at}x`).join(';')
  it.each<[string, () => string | Uint8Array, Refusal, number | null]>([
    ['an empty file', () => '', 'empty', null],
    ['a file of blank lines', () => '\n \n;;\n', 'empty', null],
    ['a PDF called a workbook', () => PDF, 'type', null],
    ['a page of a site called .xls', () => '<html><table><tr><td>Nom</td></tr></table>', 'type', null],
    ['bytes that are no text', () => Buffer.from([1, 2, 3, 4, 0, 200]), 'type', null],
    ['a zero in the middle of a text', () => `Nom;Ville\n${'a;b\n'.repeat(2000)}\0;x`, 'type', null],
    ['an archive of something else', () => zip([{ name: 'a.txt', content: Buffer.from('a') }]), 'type', null],
    ['an Excel 97 or locked workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old_format', null],
    ['a broken UTF-8', () => Buffer.concat([Buffer.from(`Nom;V\n${'é;ü\n'.repeat(9)}`), Buffer.from([0xe9])]), 'broken_text', 11],
    ['rows without headings, and a short one', () => 'Les Amis;123456789;79000\nSans rien;;', 'no_header', null],
    ['rows without headings', () => 'Les Amis;123456789;79000\nB;123456789;79000', 'no_header', null],
    ['five thousand columns', () => `${wide(5000)}\n1`, 'too_many_columns', 1],
    ['a row of five thousand cells', () => `Nom;Ville\na;b\n${wide(5000)}`, 'too_many_columns', 3],
    ['a cell that never ends', () => `Nom;Ville\na;"${'b'.repeat(1_100_000)}`, 'long_line', 2],
    ['a quote that is never closed', () => 'Nom;Ville\na;"b\nc;d\n', 'unreadable', 2],
    ['a workbook that inflates without end', () => sheet('<worksheet/>', [{ name: 'xl/a.xml', content: inflated }]), 'swollen', null],
    ['a workbook cut in the middle', () => sheet('<worksheet/>').subarray(0, 400), 'swollen', null],
    ['a workbook of one endless row', () => sheet(`<worksheet><sheetData><row>${'<c/>'.repeat(400_000)}</row></sheetData></worksheet>`), 'unreadable', null],
  ])('%s', async (_name, bytes, why, line) => {
    expect(await refusalOf(bytes())).toEqual([why, line])
  }) // biome-ignore format: one line each
})

describe('A CSV written, then read', () => {
  const cell = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...FORMULAS, '"', ';', '\n', ''),
  )
  const kept = (value: string) => value.replaceAll('\0', '').replace(/^\uFEFF/, '')

  it('is the same table, whatever the cells hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell.map(kept), cell.map(kept)), { maxLength: 20 }),
        async (rows) => {
          const said = rows.filter((row) => row.some((one) => one.trim() !== ''))
          const written = await gathered(writeCsv(each([['Nom', 'Note'], ...said])))
          expect((await read(written)).rows.map(([, ...cells]) => cells)).toEqual(said)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has no cell that starts as a formula does', () => {
    for (const formula of FORMULAS) expect(inert(formula)).toMatch(/^'|^[^=+\-@\t\r＝＋－＠]/)
  })
})
