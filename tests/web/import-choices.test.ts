import { describe, expect, it } from 'vitest'
import { matchingSchema } from '#server/crm/import/matching.schema.ts'
import { saveMatching } from '#server/crm/import/saved-matchings.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { tagOrganisation } from '#server/crm/tag/wear-tag.server.ts'
import { createTag } from '#server/crm/tag/write-tag.server.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { useImports } from '#tests/support/importing.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { row, sheetOf } from '#tests/support/workbooks.ts'

const { here, desk } = useImports()

describe('A record that several lines resemble', () => {
  it('is one line of the file, whatever a person chooses for the others', async () => {
    await createOrganisation(
      here.staff,
      anOrganisation({ name: 'Foyer des Acacias', insee: null, postalCode: null }),
    )
    const [known] = await desk.rows(`select id from organisation where name = 'Foyer des Acacias'`)
    const page = await desk.checked(
      'Nom;Type;CP;Ville;Sigle\nFoyer des Acacias;Association;86000;Poitiers;FA\nFoyer des acacias;Association;79000;Niort;FDA\n',
    )
    expect((await desk.countsOf(page)).like).toBe(2)
    await desk.send(`${page}/lignes`, { intent: 'choisir', 'ligne:2': known.id, 'ligne:3': known.id })
    expect(await desk.countsOf(page)).toEqual({ create: 0, update: 1, same: 0, refused: 1, like: 0 })
    expect(await desk.read(`${page}/refusees`)).toContain('déjà à la ligne 2')
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await desk.rows('select acronym from organisation where id = $1', [known.id])).toEqual([
      { acronym: 'FA' },
    ])
  })
})

describe('A column of tags', () => {
  const worn = (name: string) =>
    desk.rows(
      `select t.name from tag t join organisation_tag l on l.tag_id = t.id
       join organisation o on o.id = l.organisation_id where o.name = $1 order by t.name`,
      [name],
    )

  it('gives those the team has and makes the others, which go when the import is undone', async () => {
    await createOrganisation(here.staff, anOrganisation({ name: 'Déjà Là', siren: '552100554' }))
    const [known] = await desk.rows(`select id from organisation where name = 'Déjà Là'`)
    await tagOrganisation(here.staff, known.id, 'Partenaire')
    const file =
      'Nom;SIREN;Type;Étiquettes\nDéjà Là;552100554;;partenaire, Festival\nToute Neuve;;Association;FESTIVAL | Rare\n'
    const page = await desk.checked(file)
    expect(asRead(await desk.read(page))).toContain('2 étiquettes à créer')
    expect(await worn('Déjà Là')).toEqual([{ name: 'Partenaire' }])
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await worn('Déjà Là')).toEqual([{ name: 'Festival' }, { name: 'Partenaire' }])
    expect(await worn('Toute Neuve')).toEqual([{ name: 'Festival' }, { name: 'Rare' }])
    const told = () =>
      desk.rows(
        `select action, changes from audit_entry where object_id = $1 and action like 'tag.%' order by at, id`,
        [known.id],
      )
    const byHand = { action: 'tag.put_on', changes: { tag: 'Partenaire' } }
    const byFile = { action: 'tag.put_on', changes: { tag: 'Festival', import: 'fichier.csv' } }
    expect(await told()).toEqual([byHand, byFile])
    expect(await desk.countsOf(await desk.checked(file))).toMatchObject({ create: 0, update: 0, same: 1 })
    await desk.send(page, { intent: 'defaire' })
    expect(await worn('Déjà Là')).toEqual([{ name: 'Partenaire' }])
    expect(await desk.rows('select name from tag')).toEqual([{ name: 'Partenaire' }])
    expect(await told()).toEqual([byHand, byFile, { action: 'tag.taken_off', changes: { tag: 'Festival' } }])
  })
})

describe('What is asked twice at once', () => {
  it('makes one tag, and one matching of a name', async () => {
    const ids = await Promise.all(
      ['Un', 'Deux', 'Trois'].map(
        async (n) => (await createOrganisation(here.staff, anOrganisation({ name: `À la fois ${n}` }))).id,
      ),
    )
    await Promise.all(ids.map((id) => tagOrganisation(here.staff, id, 'Ensemble')))
    const put = await desk.rows(
      `select t.id from tag t join organisation_tag l on l.tag_id = t.id where t.name = 'Ensemble'`,
    )
    expect(put).toHaveLength(3)
    expect(new Set(put.map(({ id }) => id)).size).toBe(1)
    const made = await Promise.allSettled(
      ['A', 'B', 'C'].map(() => createTag(here.staff, { name: 'Double clic', colour: 'grey' })),
    )
    const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused).toEqual(['crm.tag_taken', 'crm.tag_taken'])
    const matching = (source: string) =>
      matchingSchema.parse({ columns: [{ heading: 'Nom', field: 'name' }], lists: 'add', kind: '', source })
    await Promise.all(
      ['A', 'B', 'C'].map((source) => saveMatching(here.staff, 'Trois fois', matching(source))),
    )
    expect(await desk.rows(`select 1 from import_matching where name = 'Trois fois'`)).toHaveLength(1)
  })
})

describe('A number of another tool', () => {
  it('is found again however long it is', async () => {
    const file = (name: string) => `Id;Nom;Type\n${'k'.repeat(120)};${name};Association\n`
    const fields = ['externalKey', 'name', 'kind']
    await desk.imported(file('Clé très longue'), fields, { source: 'Long' })
    const page = await desk.checked(file('Un Nom Tout Autre'), fields, { source: 'Long', noms: 'replace' })
    expect(await desk.countsOf(page)).toMatchObject({ create: 0, update: 1 })
  })
})

describe('What an import may repeat', () => {
  it('is looked for once it is written, and its page leads to the pairs', async () => {
    const twin = { name: 'Comité de jumelage du Haut Plateau', kind: 'association' as const }
    await createOrganisation(here.staff, anOrganisation({ ...twin, siren: '732829320' }))
    await createOrganisation(here.staff, anOrganisation(twin))
    await desk.rows('delete from duplicate_pair')
    const page = await desk.imported(`Nom;SIREN;Sigle\n${twin.name};732829320;CJHP\n`)
    const html = asRead(await desk.read(page))
    expect(html).toContain('1 paire à regarder')
    expect(html).toContain('href="/so-cooperation/bureau/doublons"')
  })
})

describe('The line of the titles', () => {
  const GROUPS = 'Structure;;Contact;\nNom;Type;Prénom contact;Nom contact\nAu Second Rang;Association;Ana;Inventée\nSans Genre;;;\n'
  const titlesOf = (html: string) =>
    [...html.split('name="lue"')[1]!.matchAll(/<strong>([^<]*)<\/strong>/g)].map(([, said]) => said)
  const lineIn = (html: string) => html.match(/<input[^>]*name="ligne"[^>]*checked=""[^>]*value="(\d+)"/)?.[1]

  it('is found below a title, and refused lines keep the number they have in the file', async () => {
    const page = await desk.imported(`Notre liste, 2024\n\n${GROUPS}`)
    expect(await desk.countsOf(page)).toMatchObject({ create: 1, refused: 1 })
    const refused = asRead(await desk.read(`${page}/refusees`))
    expect(refused).toContain('Nom;Type;Prénom contact;Nom contact;Ligne;Raison')
    expect(refused).toContain('Sans Genre;;;;6;')
  })

  it('is chosen by a person, who reads what each column then becomes, and whose choice stays', async () => {
    const sent = await desk.upload('Titre;Genre;Lieu dit\nNom;Type;Ville\nChoisie;Association;Niort\nAutre;Association;Niort\n')
    const page = sent.headers.get('location')!
    await desk.work()
    const first = await desk.read(`${page}/colonnes`)
    expect(lineIn(first)).toBe('2')
    const moved = await desk.send(`${page}/colonnes`, { lue: '2', ligne: '1', champ: ['name', 'kind', 'city'] })
    expect(moved.headers.get('location')).toBe(`${page}/colonnes?ligne=1`)
    const anew = await desk.read(`${page}/colonnes?ligne=1`)
    expect(titlesOf(anew)).toEqual(['Titre', 'Genre', 'Lieu dit'])
    expect(anew).toContain('Nom · Choisie · Autre')
    const columns = { champ: ['name', 'kind', 'city'], listes: 'add', type: '', source: '', nom: 'Titres en haut' }
    await desk.send(`${page}/colonnes`, { lue: '1', ligne: '1', ...columns })
    const line = async () =>
      (await desk.rows('select row_count, matching, headings from organisation_import where id = $1', [page.split('/').at(-1)]))[0]
    expect(await line()).toMatchObject({ row_count: 3, headings: ['Titre', 'Genre', 'Lieu dit'], matching: { headingLine: 1 } })
    await desk.send(`${page}/colonnes`, { lue: '3', ligne: '3', champ: ['name', '', ''] })
    expect(await line()).toMatchObject({ row_count: 1, headings: ['Choisie', 'Association', 'Niort'] })
    await desk.send(`${page}/colonnes`, { lue: '2', ligne: '2', ...columns })
    expect(await line()).toMatchObject({ row_count: 2, headings: ['Nom', 'Type', 'Ville'] })
    await desk.send(`${page}/valeurs`, {})
    await desk.work()
    expect(await desk.countsOf(page)).toMatchObject({ create: 2, refused: 0 })
    // Neither the last line of a file nor one that is not shown titles anything.
    for (const ligne of ['4', '99']) {
      await desk.send(`${page}/colonnes`, { lue: ligne, ligne, ...columns })
      expect(await line()).toMatchObject({ row_count: 2 })
    }
  })

  it('goes with a matching kept under a name, and with the titles this network knows', async () => {
    const other = await desk.upload('Nom;Type;Ville\nTitre;Genre;Lieu\nDes Titres Connus;Association;Niort\n')
    await desk.work()
    const page = other.headers.get('location')!
    const fields = ['name', 'kind', 'city']
    await desk.send(`${page}/colonnes`, { lue: '2', ligne: '2', champ: fields, listes: 'add', type: '', source: '', nom: 'Au second rang' })
    const [{ id, matching }] = await desk.rows(`select id, matching from import_matching where name = 'Au second rang'`)
    expect(matching).toMatchObject({ headingLine: 2 })
    const again = await desk.upload('Nom;Type;Ville\nTitre;Genre;Lieu\nEncore;Association;Niort\n')
    await desk.work()
    const html = await desk.read(`${again.headers.get('location')}/colonnes?correspondance=${id}`)
    expect(titlesOf(html)).toEqual(['Titre', 'Genre', 'Lieu'])
    expect([...html.matchAll(/<option value="([^"]+)" selected/g)].map(([, key]) => key)).toEqual(expect.arrayContaining(fields))
  })

  it('is chosen in a workbook as well', async () => {
    const book = sheetOf(row('Annuaire'), row('Structure', 'Structure', 'Adresse'), row('Nom', 'Type', 'Ville'), row('Du Classeur', 'Association', 'Niort'), row('Sans Type'))
    const page = await desk.checked(book)
    expect(await desk.countsOf(page)).toMatchObject({ create: 1, refused: 1 })
    expect(asRead(await desk.read(`${page}/refusees`))).toContain('Sans Type;;;5;')
  })
}) // biome-ignore format: files at a glance

describe('A kind of organisation', () => {
  it('is known by each word of its label', async () => {
    const page = await desk.checked('Nom;Type;CP;Ville\nPuits de Kpalimé;ONG;86000;Poitiers\n')
    expect(await desk.countsOf(page)).toEqual({ create: 1, update: 0, same: 0, refused: 0, like: 0 })
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await desk.rows(`select subkind from organisation where name = 'Puits de Kpalimé'`)).toEqual([
      { subkind: 'national_ngo' },
    ])
  })
})
