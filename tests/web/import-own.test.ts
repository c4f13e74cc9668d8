import { describe, expect, it } from 'vitest'
import { createOwnField } from '#server/crm/own-field/write-own-field.server.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useImports } from '#tests/support/importing.ts'

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
      'Nom;Type;Pays\nA1;Association;Togolie\nA2;Association;Togolie\nA3;Association;Atlantide\n',
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
    expect(html.match(/name="valeur:countries:/g)).toHaveLength(2)
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
