import { describe, expect, it } from 'vitest'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { deletePerson } from '#server/crm/person/delete-person.server.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { signedIn } from '#tests/support/http.ts'
import { IMPORTS, useImports } from '#tests/support/importing.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson } from '#tests/support/people.ts'
import { aListing } from '#tests/support/published.ts'
import { PDF } from '#tests/support/sample-files.ts'

const { database, here, desk } = useImports()
const { rows, read, send, upload, work, checked, imported, countsOf } = desk

const FILE = [
  'Nom;Sigle;Type de structure;SIREN;Code postal;Ville;Pays d’intervention;Secteur;Site web;Prénom contact;Nom contact;E-mail contact;Fonction contact',
  'Les Amis du Zébu;AZ;Association locale;;79000;NIORT CEDEX;Togo, Bénin;Éducation;www.zebu.example;Camille;Inventée;camille@zebu.example;Présidente',
  'Commune d’Essai;;Commune;552100554;33000;Bordeaux;Sénégal;;;;;;',
  ';;Association;;;;;;;;;;',
  'Sans type;;Collectif informel;;86000;Poitiers;;;;;;;',
  'Faux SIREN;;Association;123456789;;;;;;;;;',
].join('\n')

describe('A file of organisations', () => {
  let page: string

  it('is read, its columns recognised, and nothing is written before it is confirmed', async () => {
    page = await checked(FILE)
    expect(await countsOf(page)).toEqual({ create: 2, update: 0, same: 0, refused: 3, like: 0 })
    expect(await rows(`select 1 from organisation where name = 'Les Amis du Zébu'`)).toEqual([])
    const html = await read(page)
    expect(html).toContain('Ce que ce fichier fera')
    expect(html).toContain('Écrire 2 fiches')
  })

  it('gives back the lines it refuses as they were, each with its reason', async () => {
    const cells = cellsOf((await read(`${page}/refusees`)).replace('\uFEFF', ''))
    expect(cells[0]!.slice(-2)).toEqual(['Ligne', 'Raison'])
    expect(cells.slice(1).map((row) => [row[0], ...row.slice(-2)])).toEqual([
      ['', '4', expect.stringContaining('Indiquez le nom')],
      ['Sans type', '5', expect.stringMatching(/^[^|]*Collectif informel[^|]*Choisissez un type[^|]*$/)],
      ['Faux SIREN', '6', expect.stringContaining('123456789')],
    ])
    const html = asRead(await read(`${page}/lignes?resultat=refused`))
    expect(html).toContain('Faux SIREN')
    expect(html).toContain('Lignes qui restent dehors, avec leur raison.')
  })

  it('confirmed, makes whole records, with their people, their place and their history', async () => {
    await send(page, { intent: 'confirmer' })
    await work()
    const [one] = await rows(`select * from organisation where name = 'Les Amis du Zébu'`)
    expect(one).toMatchObject({
      acronym: 'AZ', kind: 'association', subkind: 'local_association', insee: '79191', city: 'Niort',
      department: '79', countries: ['TG', 'BJ'], sectors: ['education'], website: 'https://www.zebu.example',
      version: 1, published_at: null,
    }) // biome-ignore format: the record at a glance
    const people = await rows(
      `select given_name, family_name, email, function, data_origin from person p join person_position s on s.person_id = p.id
       where s.organisation_id = $1`,
      [one.id],
    )
    expect(people).toEqual([
      {
        given_name: 'Camille',
        family_name: 'Inventée',
        email: 'camille@zebu.example',
        function: 'Présidente',
        data_origin: 'fichier.csv',
      },
    ])
    const told = await rows('select action, account_id from audit_entry where object_id = $1', [one.id])
    expect(told).toEqual([{ action: 'organisation.created', account_id: here.staff.account.id }])
    expect(await read(page)).toContain('Import terminé')
  })

  it('sent again, changes nothing', async () => {
    const again = await checked(FILE)
    expect(await countsOf(again)).toEqual({ create: 0, update: 0, same: 2, refused: 3, like: 0 })
    const refused = await send(again, { intent: 'confirmer' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('il n’y a rien à écrire')
  })

  it('says no more of somebody who is erased', async () => {
    await imported('Nom;Type;Prénom contact;Nom contact\nAvec Archie;Association;Archie;Inventé-Effacé\n')
    const [{ id }] = await rows(`select id from person where family_name = 'Inventé-Effacé'`)
    expect(await rows(`select 1 from organisation_import_line l where l::text like '%Effacé%'`)).toHaveLength(
      1,
    )
    await deletePerson(here.staff, id)
    expect(await rows(`select 1 from organisation_import_line l where l::text like '%Effacé%'`)).toEqual([])
  })

  it('undone, leaves nothing of it but what somebody touched since', async () => {
    await rows(`update organisation set version = version + 1 where name = 'Commune d’Essai'`)
    const mine = [page.split('/').at(-1)]
    const [{ id }] = await rows('select batch_id as id from organisation_import where id = $1', mine)
    const lot = `/so-cooperation/bureau/lots/${id}`
    expect(await read(lot)).toContain(`href="${page}"`)
    // People are given back by the import alone: the batch does not undo the half of it.
    expect((await send(lot, { intent: 'annuler' })).status).toBe(409)
    expect(await rows(`select 1 from organisation where name = 'Les Amis du Zébu'`)).toHaveLength(1)
    const undone = await send(page, { intent: 'defaire' })
    const batch = undone.headers.get('location')!
    expect(batch).toContain('/lots/')
    expect(
      await rows(`select name from organisation where name in ('Les Amis du Zébu', 'Commune d’Essai')`),
    ).toEqual([{ name: 'Commune d’Essai' }])
    expect(await rows(`select 1 from person where email = 'camille@zebu.example'`)).toEqual([])
    expect(await read(batch)).toContain('Commune d’Essai')
    expect(await read(page)).toContain('Import annulé')
  })
})

describe('A line that is a known record', () => {
  it('completes it and empties nothing; lists are added to, and the public sees it at once', async () => {
    const { id } = await aListing(here.staff, {
      name: 'Puits Ouverts', rna: 'W791000009', acronym: 'PO', countries: ['TG'], description: 'Des puits.',
    }) // biome-ignore format: one line
    const page = await imported(
      'Nom;RNA;Sigle;Pays;Adresse\nPuits Ouverts Solidarité;W791000009;;Mali;3 rue du Puits\n',
      undefined,
      { noms: 'replace' },
    )
    expect(await countsOf(page)).toEqual({ create: 0, update: 1, same: 0, refused: 0, like: 0 })
    const [record] = await rows(
      'select name, acronym, countries, address, description, version from organisation where id = $1',
      [id],
    )
    expect(record).toMatchObject({
      name: 'Puits Ouverts Solidarité', acronym: 'PO', countries: ['TG', 'ML'], address: '3 rue du Puits', description: 'Des puits.',
    }) // biome-ignore format: one line
    const [listing] = await rows('select name, countries from organisation_listing where id = $1', [id])
    expect(listing).toEqual({ name: 'Puits Ouverts Solidarité', countries: ['TG', 'ML'] })
    await send(page, { intent: 'defaire' })
    const [back] = await rows('select name, countries, address from organisation_listing where id = $1', [id])
    expect(back).toMatchObject({ name: 'Puits Ouverts', countries: ['TG'] })
  })

  it('with the same name at another place is never merged: a person says what it is', async () => {
    await createOrganisation(
      here.staff,
      anOrganisation({ name: 'Cercle des Baobabs Solidaires', insee: null, postalCode: null }),
    )
    const [known] = await rows(
      `select id, version from organisation where name = 'Cercle des Baobabs Solidaires'`,
    )
    const page = await checked(
      'Nom;Type;CP;Ville;Sigle\nCercle des baobabs solidaires;Association;86000;Poitiers;CBS\n',
    )
    expect(await countsOf(page)).toEqual({ create: 0, update: 0, same: 0, refused: 0, like: 1 })
    expect(await read(`${page}/lignes?resultat=like`)).toContain('Cercle des Baobabs Solidaires')
    // What was not proposed is no choice.
    await send(`${page}/lignes`, { intent: 'choisir', 'ligne:2': here.staff.account.id })
    expect((await countsOf(page)).like).toBe(1)
    await send(`${page}/lignes`, { intent: 'choisir', 'ligne:2': known.id })
    expect(await countsOf(page)).toEqual({ create: 0, update: 1, same: 0, refused: 0, like: 0 })
    await send(page, { intent: 'confirmer' })
    await work()
    const [changed] = await rows('select acronym, city from organisation where id = $1', [known.id])
    expect(changed).toEqual({ acronym: 'CBS', city: 'Poitiers' })
  })

  it('is found again by its number in the tool the file comes from', async () => {
    const file = (name: string) => `Identifiant;Nom;Type\nrec42;${name};Association\n`
    const fields = ['externalKey', 'name', 'kind']
    await imported(file('Premier Nom'), fields, { source: 'Airtable' })
    const page = await imported(file('Second Nom'), fields, { source: 'Airtable', noms: 'replace' })
    expect(await countsOf(page)).toEqual({ create: 0, update: 1, same: 0, refused: 0, like: 0 })
    expect(await rows(`select name from organisation where name in ('Premier Nom', 'Second Nom')`)).toEqual([
      { name: 'Second Nom' },
    ])
  })

  it('twice in one file is written once', async () => {
    const page = await checked(
      'Nom;Type;RNA\nDeux Fois;Association;W791000777\nDeux fois !;Association;W791000777\n',
    )
    expect(await countsOf(page)).toEqual({ create: 1, update: 0, same: 0, refused: 1, like: 0 })
    expect(await read(`${page}/refusees`)).toContain('déjà à la ligne 2')
  })
})

describe('A workbook', () => {
  it('comes in as a CSV does, its formulas as texts', async () => {
    async function* lines() {
      yield ['Nom', 'Type', 'Code postal', 'Ville']
      yield ['=HYPERLINK("http://x")', 'Association', '1000', 'Bourg-en-Bresse']
    }
    const pieces: Uint8Array[] = []
    for await (const piece of writeXlsx(lines(), 'Liste')) pieces.push(piece)
    await imported(Buffer.concat(pieces))
    expect(
      await rows(`select city, postal_code from organisation where name = '=HYPERLINK("http://x")'`),
    ).toEqual([{ city: 'Bourg-en-Bresse', postal_code: '01000' }])
  })
})

describe('A file that is no table', () => {
  it.each<[string, string | Uint8Array, number, string]>([
    ['none', '', 422, 'Choisissez d’abord un fichier'],
    ['a PDF called .xlsx', PDF, 422, 'n’est pas un tableau'],
    ['too large a one', new Uint8Array(61 * 1024 * 1024).fill(97), 413, 'dépasse 60 Mo'],
  ])('%s is refused in a sentence, without script', async (_name, bytes, status, sentence) => {
    const refused = await upload(bytes, 'x.xlsx')
    expect(refused.status).toBe(status)
    expect(await refused.text()).toContain(sentence)
  })

  it('and is only seen when it is read says why on its page', async () => {
    const sent = await upload('Les Amis;123456789;79000\nB;123456789;79000\n')
    await work()
    expect(await read(sent.headers.get('location')!)).toContain('ne portent aucun titre de colonne')
  })
})

describe('The bureau of imports', () => {
  it('is not for interns, nor for another network', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    await rows(`update account_grant set profile = 'intern' where account_id = $1`, [person.id])
    const intern = await signedIn(here.app, person)
    expect((await here.app.request(IMPORTS, { headers: { cookie: intern } })).status).toBe(403)
  })

  it('keeps a matching under a name, gives it away and takes it back', async () => {
    const sent = await upload('Titre;Genre\nA;Association\n')
    const page = sent.headers.get('location')!
    await work()
    await send(`${page}/colonnes`, {
      champ: ['name', 'kind'],
      listes: 'replace',
      type: '',
      source: 'Grist',
      nom: 'Export Grist',
    })
    const html = await read(`${IMPORTS}/correspondances`)
    const link = html.match(/href="(\/so-cooperation\/bureau\/imports\/correspondances\/[^"]+)"/)![1]!
    const file = await read(link)
    expect(JSON.parse(file)).toMatchObject({
      lists: 'replace',
      source: 'Grist',
      columns: [
        { heading: 'Titre', field: 'name' },
        { heading: 'Genre', field: 'kind' },
      ],
    })
    const body = new FormData()
    body.set('fichier', new File([file], 'recue.json'))
    body.set('nom', 'Reçue')
    const cookie = await signedIn(here.app, here.staff.account)
    const taken = await here.app.request(`${IMPORTS}/correspondances`, {
      method: 'POST',
      body,
      headers: { cookie },
    })
    expect(taken.headers.get('location')).toContain('fait=ajoutee')
    expect(await read(`${IMPORTS}/correspondances`)).toContain('Reçue')
  })
})
