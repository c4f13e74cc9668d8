import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'

const HEADINGS =
  'Nom|Sigle|Type|RNA|Adresse|Code postal|Commune|Téléphone|Courriel|Site|Pays|Secteurs|ODD|Présentation|Prénom contact|Nom contact|Fonction contact|E-mail contact|Téléphone contact|Date de vérification'.split(
    '|',
  )
const TOWNS = [
  ['67000', 'Strasbourg'],
  ['57000', 'Metz'],
  ['54000', 'Nancy'],
  ['51100', 'Reims'],
  ['68100', 'Mulhouse'],
  ['10000', 'Troyes'],
  ['88000', 'Épinal'],
  ['08000', 'Charleville-Mézières'],
]
const KINDS = ['Association locale', 'Comité de jumelage', 'Fédération', 'Association']
const COUNTRIES = ['Sénégal', 'Togo, Bénin', 'Madagascar', 'Maroc | Tunisie', 'Burkina Faso']
const SECTORS = ['Éducation', 'Eau et assainissement', 'Santé', 'Agriculture']
const WORDS = 'Baobab Puits Passerelle Rivage Savane Lumière Racine Semence Atelier Chemin'.split(' ')

/** Texts that a table of real life holds: some lines are known records, the others are new. */
export async function* listLines(client: pg.ClientBase, networkId: number, rows: number, known: number) {
  yield HEADINGS
  const there = await client.query<Record<string, string | null>>(
    `select name, rna, postal_code, city from organisation where network_id = $1 and rna is not null order by id limit $2`,
    [networkId, known],
  )
  for (const [at, one] of there.rows.entries())
    yield lineOf(at, '', one.name!, one.rna ?? '', one.postal_code ?? '', one.city ?? '')
  for (let at = there.rows.length; at < rows; at++) {
    const [postalCode, city] = TOWNS[at % TOWNS.length]!
    yield lineOf(
      at,
      KINDS[at % KINDS.length]!,
      `${WORDS[at % 10]} ${WORDS[(at >> 4) % 10]} ${at.toString(36)}`,
      '',
      postalCode!,
      city!,
    )
  }
}

function lineOf(
  at: number,
  kind: string,
  name: string,
  rna: string,
  postalCode: string,
  city: string,
): string[] {
  const person = at % 3 === 0
  return [
    name,
    at % 5 === 0 ? `S${at}` : '',
    kind,
    rna,
    `${at % 200} rue de l’Essai`,
    postalCode,
    city,
    `03 88 ${String(at % 100).padStart(2, '0')} 00 00`,
    `contact${at}@essai.example`,
    `www.essai${at}.example`,
    COUNTRIES[at % COUNTRIES.length]!,
    SECTORS[at % SECTORS.length]!,
    String(1 + (at % 17)),
    'Une structure inventée, qui soutient des projets ; elle les mène avec des partenaires sur place.',
    person ? 'Camille' : '',
    person ? `Inventée ${at}` : '',
    person ? 'Présidente' : '',
    person ? `camille${at}@essai.example` : '',
    '',
    '12/03/2025',
  ]
}

export async function writeListFile(lines: AsyncIterable<string[]>, path: string, format: 'csv' | 'xlsx') {
  const pieces = format === 'csv' ? writeCsv(lines) : writeXlsx(lines, 'Liste')
  const file = createWriteStream(path)
  await pipeline(Readable.from(pieces, { objectMode: false }), file)
  if (!file.closed) await once(file, 'close')
}
