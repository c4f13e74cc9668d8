import { describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { useImports } from '#tests/support/importing.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing } from '#tests/support/published.ts'

const { here, desk } = useImports()

/** What the page shows, without its tags. */
const shown = async (path: string) =>
  asRead(await desk.read(path))
    .replace(/<script.*?<\/script>/gs, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('What lines change of known records', () => {
  const FILE = [
    'Nom;RNA;Sigle;Pays;Étiquettes;Prénom contact;Nom contact',
    'Puits Ouvert;W791000009;PS;Togo, Mali;Eau;Camille;Inventée',
    'LES PUITS  CREUSES;W791000010;;Mali;;;',
    'Tout Autre Nom;W791000011;;;;;',
  ].join('\n')
  const nameOf = async (rna: string) =>
    (await desk.rows('select name from organisation where rna = $1', [rna]))[0].name
  let page: string

  it('is read field by field before anything is written, in the words of the columns', async () => {
    await aListing(here.staff, { name: 'Puits Ouverts', rna: 'W791000009', acronym: 'PO', countries: ['TG'] })
    await createOrganisation(here.staff, anOrganisation({ name: 'Les Puits creusés', rna: 'W791000010' }))
    await createOrganisation(here.staff, anOrganisation({ name: 'Nom de Toujours', rna: 'W791000011' }))
    page = await desk.checked(FILE)
    expect(await desk.countsOf(page)).toEqual({ create: 0, update: 2, same: 1, refused: 0, like: 0 })
    const text = await shown(`${page}/lignes?resultat=update`)
    expect(text).toContain('Sigle : PO → PS')
    expect(text).toContain('Pays d’intervention : + Mali')
    expect(text).toContain('Étiquettes : + Eau')
    expect(text).toContain('Contact : + Camille Inventée')
    expect(text).toContain('au moment de la vérification')
    expect(text).not.toContain('Nom de la structure :')
  })

  it('is no name, beyond capitals and accents, that nobody chose to take; each is told', async () => {
    expect(await shown(page)).toContain('2 lignes portent un autre nom que leur fiche')
    const others = await shown(`${page}/lignes?resultat=renamed`)
    expect(others).toContain('La fiche reste « Puits Ouverts ».')
    expect(others).toContain('fiche publiée')
    expect(others).toContain('Tout Autre Nom')
    expect(others).not.toContain('LES PUITS')
  })

  it('is the name as well once somebody chose so, marked and told from what to what', async () => {
    await desk.send(page, { intent: 'remplacer_noms' })
    expect(await desk.countsOf(page)).toEqual({ create: 0, update: 3, same: 0, refused: 0, like: 0 })
    expect(await shown(page)).toContain('2 lignes changent le nom de leur fiche')
    const text = await shown(`${page}/lignes?resultat=update`)
    expect(text).toContain('change le nom')
    expect(text).toContain('Nom de la structure : Puits Ouverts → Puits Ouvert')
    expect(text).toContain('Nom de la structure : Nom de Toujours → Tout Autre Nom')
    await desk.send(page, { intent: 'garder_noms' })
    expect(await desk.countsOf(page)).toMatchObject({ update: 2, same: 1 })
    await desk.send(page, { intent: 'confirmer' })
    await desk.work()
    expect(await nameOf('W791000009')).toBe('Puits Ouverts')
    expect(await nameOf('W791000011')).toBe('Nom de Toujours')
    // Written, the page still says what was.
    expect(await shown(`${page}/lignes?resultat=update`)).toContain('Sigle : PO → PS')
  })

  it('is written with the names of the file when its columns are said so, and stays so said', async () => {
    const again = await desk.checked(FILE, undefined, { noms: 'replace' })
    expect(await desk.read(`${again}/colonnes`)).toMatch(
      /<option value="replace" selected=""[^>]*>Remplacer les noms/,
    )
    await desk.send(again, { intent: 'confirmer' })
    await desk.work()
    expect(await nameOf('W791000009')).toBe('Puits Ouvert')
  })

  it('is told of a line somebody said is that record', async () => {
    await createOrganisation(
      here.staff,
      anOrganisation({ name: 'Cercle des Baobabs Solidaires', insee: '79191', postalCode: '79000' }),
    )
    const [known] = await desk.rows(`select id from organisation where name like 'Cercle des Baobabs%'`)
    const like = await desk.checked(
      'Nom;Type;CP;Ville;Sigle\nCercle des Baobabs Solidares;Association;79000;Niort;CBS\n',
    )
    expect((await desk.countsOf(like)).like).toBe(1)
    await desk.send(`${like}/lignes`, { intent: 'choisir', 'ligne:2': known.id })
    expect(await shown(like)).toContain('1 ligne porte un autre nom que sa fiche')
    const text = await shown(`${like}/lignes?resultat=update`)
    expect(text).toContain('La fiche reste « Cercle des Baobabs Solidaires ».')
    expect(text).toContain('Sigle : (vide) → CBS')
    await desk.send(like, { intent: 'confirmer' })
    await desk.work()
    const after = await desk.rows('select name, acronym from organisation where id = $1', [known.id])
    expect(after).toEqual([{ name: 'Cercle des Baobabs Solidaires', acronym: 'CBS' }])
  })
})

describe('A number of the file', () => {
  it('is refused by its own column and as it was written, on the page and in the file of what stays out', async () => {
    const page = await desk.checked(
      'Nom;Type;SIRET\nTrop Court;Association;12345\nFaux;Association;732 829 320 00075\n',
    )
    expect(await desk.countsOf(page)).toMatchObject({ create: 0, refused: 2 })
    for (const text of [
      await shown(`${page}/lignes?resultat=refused`),
      asRead(await desk.read(`${page}/refusees`)),
    ]) {
      expect(text).toContain('SIRET — « 12345 » — Ce SIRET')
      expect(text).toContain('SIRET — « 732 829 320 00075 » — Ce SIRET')
      expect(text).not.toMatch(/SIREN —|0000/)
    }
    const right = await desk.checked('Nom;Type;SIRET\nJuste;Association;732 829 320 00074\n')
    expect(await desk.countsOf(right)).toMatchObject({ create: 1, refused: 0 })
  })
})

describe('A line that resembles a record', () => {
  it('is asked about with its place and address beside its name, and the record opens apart', async () => {
    const { id } = await createOrganisation(
      here.staff,
      anOrganisation({ name: 'Amicale des Fromagers Solidaires', insee: null, postalCode: null }),
    )
    const page = await desk.checked(
      'Nom;Type;CP;Ville;E-mail\nAmicale des fromagers solidaires;Association;86000;Poitiers;a@fromagers.example\n',
    )
    expect((await desk.countsOf(page)).like).toBe(1)
    const html = await desk.read(`${page}/lignes?resultat=like`)
    expect(html).toMatch(new RegExp(`<a href="[^"]*/structures/${id}" target="_blank"`))
    expect(await shown(`${page}/lignes?resultat=like`)).toContain('86000 Poitiers a@fromagers.example')
  })
})

describe('An import that is undone', () => {
  it('still names the records that are no more', async () => {
    const page = await desk.imported('Nom;Type\nUne Éphémère;Association\nDeux Éphémère;Association\n')
    const undone = await desk.send(page, { intent: 'defaire' })
    const text = await shown(undone.headers.get('location')!)
    expect(text).toContain('Une Éphémère (fiche supprimée)')
    expect(text).toContain('Deux Éphémère (fiche supprimée)')
  })
})
