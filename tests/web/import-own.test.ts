import { describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { createOwnField } from '#server/crm/own-field/write-own-field.server.ts'
import { addPosition } from '#server/crm/person/change-position.server.ts'
import { createPerson } from '#server/crm/person/create-person.server.ts'
import { deletePerson } from '#server/crm/person/delete-person.server.ts'
import { getPerson } from '#server/crm/person/get-person.server.ts'
import { personInput } from '#server/crm/person/person.schema.ts'
import { updatePerson } from '#server/crm/person/update-person.server.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useImports } from '#tests/support/importing.ts'
import { anOrganisation } from '#tests/support/organisations.ts'

const { here, desk } = useImports()
const { rows, read, send, imported, countsOf } = desk

describe('A person of two columns', () => {
  it('keeps a family name of several words whole', async () => {
    await imported('Nom;Type;Prénom contact;Nom contact\nLe Cercle d’Essai;Association;Ana;Le Goff Invent\n')
    expect(await rows(`select family_name from person where given_name = 'Ana'`)).toEqual([
      { family_name: 'Le Goff Invent' },
    ])
  })
})

describe('Fields the network added', () => {
  const told = async () =>
    (await rows(`select own_fields from organisation where name = 'Régie d’Essai'`))[0]?.own_fields

  it('are recognised by their label, read as their type says, and go out as they came in', async () => {
    const admin = {
      ...here.staff,
      grants: here.staff.grants.map((grant) => ({ ...grant, role: 'admin' as const })),
    }
    const field = (label: string, type: 'number' | 'choices' | 'yes_no' | 'date', ...labels: string[]) =>
      createOwnField(admin, {
        label, type, help: '', kinds: [], onListing: false, choices: labels.map((one) => ({ key: null, label: one })),
      }) // biome-ignore format: one line
    await field('Expertises', 'choices', 'Eau potable', 'Déchets')
    await field('Abonnés', 'number')
    await field('Régie directe', 'yes_no')
    await field('Convention signée', 'date')
    const page = await imported(
      'Nom;Type;CP;Ville;Expertises;Abonnés;Régie directe;Convention signée\nRégie d’Essai;Association;33000;Bordeaux;eau potable | Déchets | Cirque;1 250,5;Oui;03/02/2024\nRégie de Rien;Association;;;Déchets;beaucoup;;\n',
    )
    expect(await countsOf(page)).toMatchObject({ create: 2 })
    expect(await told()).toEqual({ abonnes: 1250.5, regie_directe: true, convention_signee: '2024-02-03' })
    expect(await read(`${page}/lignes?resultat=noted`)).toContain('beaucoup')
  })

  it('are completed, and put back when the import is undone', async () => {
    const page = await imported(
      'Nom;Type;CP;Ville;Expertises;Abonnés\nRégie d’Essai;Association;33000;Bordeaux;Déchets;\n',
    )
    expect(await countsOf(page)).toMatchObject({ update: 1 })
    expect(await told()).toMatchObject({ expertises: ['dechets'], abonnes: 1250.5 })
    await send(page, { intent: 'defaire' })
    expect(await told()).toEqual({ abonnes: 1250.5, regie_directe: true, convention_signee: '2024-02-03' })
  })

  it('leave in a list, by their label and in words', async () => {
    await imported(
      'Nom;Type;CP;Ville;Expertises\nRégie d’Essai;Association;33000;Bordeaux;Déchets | Eau potable\n',
    )
    const asked = await send('/so-cooperation/bureau/demandes-de-listes/nouvelle', {
      but: 'essai', objet: 'organisations', format: 'csv', criteres: 'q=regie%20essai',
      colonne: ['name', 'own.expertises', 'own.regie_directe', 'own.abonnes'],
    }) // biome-ignore format: one line
    await desk.work()
    const html = await read(asked.headers.get('location')!)
    const [, link] = html.match(/href="(\/so-cooperation\/fichiers\/[^"]+)"/)!
    expect(cellsOf((await read(link!)).replace('\uFEFF', ''))).toEqual([
      ['Nom', 'Expertises', 'Régie directe', 'Abonnés'],
      ['Régie d’Essai', 'Déchets | Eau potable', 'oui', '1250,5'],
    ])
  })
})

describe('What a network calls its sectors', () => {
  it('is understood as the sectors it stands for, and asked of nobody', async () => {
    const page = await imported('Nom;Type;Secteurs\nLes Sourciers d’Essai;Association;EAU – ASSAINISSEMENT\n')
    expect(await countsOf(page)).toMatchObject({ create: 1 })
    expect(await rows(`select sectors from organisation where name = 'Les Sourciers d’Essai'`)).toEqual([
      { sectors: ['water'] },
    ])
  })
})

describe('Values of no list of ours', () => {
  it('are asked once each with how often, and what somebody says of them is done', async () => {
    const sent = await desk.upload(
      'Nom;Type;Pays\nA1;Association;Togolie\nA2;Association;Togolie\nA3;Association;Atlantide\nA4;Association;Sénégall\n',
    )
    const page = sent.headers.get('location')!
    await desk.work()
    await send(`${page}/colonnes`, {
      champ: ['name', 'kind', 'countries'],
      listes: 'add',
      type: '',
      source: '',
    })
    const html = await read(`${page}/valeurs`)
    expect(html.match(/name="valeur:countries:/g)).toHaveLength(3)
    // Only what is all but written alike is answered beforehand.
    const chosen = (key: string) =>
      html.split(`name="valeur:countries:${key}"`)[1]!.match(/<option value="([^"]*)" selected/)![1]
    expect([chosen('senegall'), chosen('togolie'), chosen('atlantide')]).toEqual(['SN', '?', '?'])
    await send(`${page}/valeurs`, { 'valeur:countries:togolie': '?', 'valeur:countries:atlantide': '' })
    const answers = await rows('select answers from organisation_import where id = $1', [
      page.split('/').at(-1),
    ])
    expect(answers).toEqual([{ answers: { countries: { atlantide: '' } } }])
    await desk.work()
    await send(`${page}/valeurs`, { 'valeur:countries:togolie': 'TG', 'valeur:countries:atlantide': '' })
    await desk.work()
    await send(page, { intent: 'confirmer' })
    await desk.work()
    const kept = await rows(
      `select name, countries from organisation where name in ('A1', 'A2', 'A3') order by name`,
    )
    expect(kept.map(({ countries }) => countries)).toEqual([['TG'], ['TG'], []])
    expect(await read(`${page}/lignes?resultat=noted`)).toContain('Atlantide')
  })
})

describe('An import that is undone', () => {
  const undone = async (page: string) => (await send(page, { intent: 'defaire' })).headers.get('location')!
  const standing = (organisation: string) =>
    rows(
      `select p.family_name from person p join person_position s on s.person_id = p.id
       join organisation o on o.id = s.organisation_id where o.name = $1 order by 1`,
      [organisation],
    )
  async function correct(familyName: string) {
    const [{ id }] = await rows('select id from person where family_name = $1', [familyName])
    const { version, ...person } = await getPerson(here.staff, id)
    const { givenName, languages, topics, dataOrigin } = person
    const input = { givenName, familyName, languages, topics, dataOrigin, email: null, phone: '05 49 00 00 00' }
    await updatePerson(here.staff, id, version, {
      ...input, legalBasis: 'legitimate_interest', consentedOn: null, lastContactOn: null,
    }) // biome-ignore format: one line
    return id as string
  }

  it('takes back every contact of a file of contacts alone, however long', async () => {
    const many = 1100
    await rows(
      `insert into organisation (network_id, id, name, kind, rna)
       select $1, gen_random_uuid(), 'Déjà suivie ' || n, 'association', 'W' || (330000000 + n) from generate_series(1, ${many}) n`,
      [here.staff.network.id],
    )
    const lines = Array.from({ length: many }, (_, n) => `Déjà suivie ${n + 1};W${330000001 + n};Ana;Nombreuse ${n + 1}`)
    const page = await imported(['Nom;RNA;Prénom contact;Nom contact', ...lines].join('\n'))
    const left = () => rows(`select count(*)::int as n from person where family_name like 'Nombreuse %'`)
    expect(await left()).toEqual([{ n: many }])
    expect(await undone(page)).toContain('/travaux/')
    await desk.work()
    expect(await left()).toEqual([{ n: 0 }])
  })

  it('gives back all of somebody whom several lines completed, near or far from each other', async () => {
    const far = 1050
    await rows(
      `insert into organisation (network_id, id, name, kind, rna)
       select $1, gen_random_uuid(), 'Voisine ' || n, 'association', 'W' || (440000000 + n) from generate_series(1, ${far}) n`,
      [here.staff.network.id],
    )
    await rows(
      `with one as (insert into person (network_id, id, given_name, family_name) values ($1, gen_random_uuid(), 'Ana', 'Partout-Essai') returning id)
       insert into person_position (network_id, id, person_id, organisation_id, standing)
       select $1, gen_random_uuid(), one.id, o.id, 'staff' from one, organisation o where o.name in ('Voisine 1', 'Voisine 2', 'Voisine ${far}')`,
      [here.staff.network.id],
    )
    const said: Record<number, string> = { 1: ';05 49 11 11 11;', 2: 'partout@essai.example;;', [far]: ';;Présidente' }
    const lines = Array.from({ length: far }, (_, n) =>
      said[n + 1]
        ? `Voisine ${n + 1};W${440000001 + n};Ana;Partout-Essai;${said[n + 1]}`
        : `Voisine ${n + 1};W${440000001 + n};Ana;Ailleurs ${n + 1};;;`,
    )
    lines[far - 1] = `Voisine ${far};W${440000000 + far};Ana;Partout-Essai;;05 49 22 22 22;Présidente`
    const page = await imported(['Nom;RNA;Prénom contact;Nom contact;E-mail contact;Téléphone contact;Fonction', ...lines].join('\n'))
    const now = async () => (await rows(`select email, phone from person where family_name = 'Partout-Essai'`))[0]
    expect(await now()).toEqual({ email: 'partout@essai.example', phone: '05 49 22 22 22' })
    await undone(page)
    await desk.work()
    expect(await now()).toEqual({ email: null, phone: null })
    expect(await rows(`select 1 from person where family_name like 'Ailleurs %'`)).toEqual([])
  })

  it('leaves where they stand those somebody corrected since, and names them', async () => {
    await createOrganisation(here.staff, anOrganisation({ name: 'Suivie de longue date', rna: 'W791234567' }))
    const page = await imported(
      'Nom;RNA;Type;Prénom contact;Nom contact\nSuivie de longue date;W791234567;;Ana;Corrigée\nFaite alors;;Association;Ana;Reprise\nFaite pour rien;;Association;Ana;Oubliée\n',
    )
    const ids = [await correct('Corrigée'), await correct('Reprise')]
    const batch = await read(await undone(page))
    expect(await standing('Suivie de longue date')).toEqual([{ family_name: 'Corrigée' }])
    expect(await standing('Faite alors')).toEqual([{ family_name: 'Reprise' }])
    for (const id of ids) expect(batch).toContain(`href="/so-cooperation/bureau/personnes/${id}"`)
    expect(batch).toContain('2 personnes laissées')
    expect(await rows(`select name from organisation where name like 'Faite %'`)).toEqual([{ name: 'Faite alors' }])
    expect(await rows(`select 1 from person where family_name = 'Oubliée'`)).toEqual([])
  })

  it('keeps a record where somebody else was added by hand, in place of the contact it brought', async () => {
    await imported('Nom;Type;Prénom contact;Nom contact\nVenue d’ailleurs;Association;Ana;Venue\n')
    const page = await imported('Nom;Type;Prénom contact;Nom contact\nOù l’on ajoute;Association;Ana;Brève\n')
    const [{ id: organisationId }] = await rows(`select id from organisation where name = 'Où l’on ajoute'`)
    const [{ id }] = await rows(`select id from person where family_name = 'Venue'`)
    const position = { function: '', standing: 'staff' as const, service: null, startedOn: null, endedOn: null }
    await addPosition(here.staff, id, { organisationId, ...position })
    await undone(page)
    expect(await standing('Où l’on ajoute')).toEqual([{ family_name: 'Venue' }])
  })

  it('forgets how the file called the records it was taken for', async () => {
    const fields = ['externalKey', 'name', 'kind', 'rna', 'acronym']
    await createOrganisation(here.staff, anOrganisation({ name: 'Prise pour une autre', rna: 'W791234500' }))
    const page = await imported('Id;Nom;Type;RNA;Sigle\nk9;Prise pour une autre;;W791234500;PPUA\nk10;Neuve à clé;Association;;\n', fields, { source: 'Grist' })
    await undone(page)
    expect(await rows(`select key from organisation_external_key where source = 'Grist'`)).toEqual([])
    expect(await rows(`select 1 from organisation where name = 'Neuve à clé'`)).toEqual([])
    const again = await desk.checked('Id;Nom;Type\nk9;Comité du Grand Fleuve;Association\n', fields.slice(0, 3), { source: 'Grist' })
    expect(await countsOf(again)).toMatchObject({ create: 1, update: 0 })
  })
}) // biome-ignore format: files at a glance

describe('A number of a file whose tool nobody named', () => {
  const fields = ['externalKey', 'name', 'kind', 'city']
  const file = (name: string, city = 'Niort') => `ID;Nom;Type;Ville\n1;${name};Association;${city}\n`

  it('is a question where the name is another, and never renames a record by itself', async () => {
    await imported(file('Les Amis du Fleuve Long'), fields)
    expect(await countsOf(await desk.checked(file('Amis du fleuve long', 'Thouars'), fields))).toMatchObject({
      update: 1,
    })
    const page = await desk.checked(file('Comité de Quelque Part'), fields)
    expect(await countsOf(page)).toMatchObject({ update: 0, create: 0, like: 1 })
    expect(await read(`${page}/lignes?resultat=like`)).toContain('Les Amis du Fleuve Long')
    await send(`${page}/lignes`, { intent: 'choisir', 'ligne:2': 'new' })
    await send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await countsOf(page)).toMatchObject({ create: 1, refused: 0 })
    const names = `select name from organisation where name in ('Les Amis du Fleuve Long', 'Comité de Quelque Part') order by 1`
    expect(await rows(names)).toHaveLength(2)
  })
})

describe('Somebody erased', () => {
  it('leaves the lines still to be written and the lists they were searched for', async () => {
    const [name, email] = ['Hautbois-Inventée', 'ursule.h@essai.invalid']
    const { id } = await createPerson(
      here.staff,
      personInput.parse({ givenName: 'Ursule', familyName: name, email }),
      null,
    )
    const page = await desk.checked(
      `Nom;Type;CP;Ville;Prénom contact;Nom contact;E-mail contact\nFanfare d’Essai;Association;33000;Bordeaux;Ursule;${name};${email}\n`,
    )
    await send('/so-cooperation/bureau/demandes-de-listes/nouvelle', {
      but: 'essai', objet: 'people', format: 'csv', criteres: 'q=hautbois-inventee', motif: 'essai de mémoire',
      colonne: ['familyName'],
    }) // biome-ignore format: one line
    const searched = () =>
      rows(`select id from list_request where criteria || criteria_words::text ilike '%hautbois%'`)
    expect(await searched()).toHaveLength(1)
    await deletePerson(here.staff, id)
    expect(await searched()).toEqual([])
    const kept = `select 1 from organisation_import_line l where l::text like any ($1)`
    expect(await rows(kept, [[`%${name}%`, `%${email}%`]])).toEqual([])
    await send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await countsOf(page)).toMatchObject({ create: 1 })
    expect(await rows(`select name from organisation where name = 'Fanfare d’Essai'`)).toHaveLength(1)
    expect(await rows('select id from person where family_name = $1', [name])).toEqual([])
  })
})
