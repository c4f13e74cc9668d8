import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { list } from '#tests/support/api-lists.ts'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string

const ORGANISATIONS: [name: string, fields: Parameters<typeof aListing>[1]][] = [
  ['Écoles du Fleuve', { countries: ['SN'], sectors: ['education'], insee: '33063' }],
  ['Agriculture & Coopération Elavagnon', { acronym: 'ACSE', countries: ['TG'], sectors: ['agriculture'] }],
  ['Comité de jumelage Niort–Atakpamé', { countries: ['TG'], sectors: ['culture'] }],
  ['Les Amis de l’Hôpital d’Antsirabe', { countries: ['MG'], sectors: ['health'] }],
  ['Échanges Saint-Étienne/Ziguinchor, Parthenay/Tsevie', { countries: ['SN'], sectors: ['youth'], description: '« L’eau » pour tous : l’école aujourd’hui.' }],
  ['Œuvre du Cœur', { countries: ['ML'], sectors: ['health'], aliases: ['Ancienne Maison'] }],
] // biome-ignore format: a table to read

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  for (const [name, fields] of ORGANISATIONS) await aListing(staff, { name, description: '', ...fields })
})

const find = async (q: string) =>
  (await list(app, 'so-cooperation/organisations', { q })).items.map(({ name }) => name)
const onDesk = async (q: string) =>
  (
    await app.request(`/so-cooperation/bureau/structures?${new URLSearchParams({ q })}`, {
      headers: { cookie },
    })
  ).text()
const [ecoles, agriculture, jumelage, amis, echanges, oeuvre] = ORGANISATIONS.map(
  ([name]) => name,
) as string[]

describe('A search', () => {
  it.each([
    ['accents left out', 'ecoles du fleuve', ecoles],
    ['accents added', 'flêuvé', ecoles],
    ['capitals', 'ÉCOLES FLEUVE', ecoles],
    ['the singular for the plural', 'école fleuve', ecoles],
    ['the plural for the singular', 'comites jumelages', jumelage],
    ['an unfinished last word', 'agri', agriculture],
    ['an unfinished last word after others', 'elavagnon coopér', agriculture],
    ['empty words', 'les écoles de la ou du fleuve', ecoles],
    ['words in another order', 'fleuve ecoles', ecoles],
    ['an acronym', 'acse', agriculture],
    ['a former name', 'ancienne maison', oeuvre],
    ['a town', 'bordeaux', ecoles],
    ['a postal code', '33000', ecoles],
    ['a département and a country', 'gironde sénégal', ecoles],
    ['a label in English', 'education senegal', ecoles],
    ['a hyphen', 'saint-etienne', echanges],
    ['a hyphen left out', 'saint etienne', echanges],
    ['a dash', 'Niort – Atakpamé', jumelage],
    ['the second word of two joined by a dash', 'atakpame', jumelage],
    ['the first word of two joined by a slash', 'etienne', echanges],
    ['the second word of two joined by a slash', 'ziguinchor', echanges],
    ['the second word of two joined by a slash, without accents', 'tsevie', echanges],
    ['a straight apostrophe', "l'hopital d'antsirabe", amis],
    ['a curved apostrophe', 'l’hôpital d’antsirabe', amis],
    ['an apostrophe left out', 'hopital antsirabe', amis],
    ['letters bound together', 'oeuvre coeur', oeuvre],
    ['a word between guillemets', 'eau tous', echanges],
    ['a word with an apostrophe within', 'aujourd’hui', echanges],
    ['an ampersand', 'agriculture & cooperation', agriculture],
    ['an emoji beside', '🌍 elavagnon', agriculture],
    ['marks everywhere', '?elavagnon! (togo); «acse»', agriculture],
    ['spaces everywhere', '   elavagnon \t togo  ', agriculture],
    ['a letter swapped', 'agricutlure', agriculture],
    ['a letter missing', 'cooperaton', agriculture],
    ['a letter wrong', 'elavagnan', agriculture],
    ['a letter doubled', 'ziguinchorr', echanges],
    ['a slip in a short word', 'togp', agriculture],
  ] as [string, string, string][])('forgives %s: « %s »', async (_, q, expected) => {
    expect(await find(q)).toContain(expected)
  })

  it('does not answer anything to everything', async () => {
    expect(await find('elavagnon')).toEqual([agriculture])
    expect(await find('elavagnon sénégal')).toEqual([])
    expect(await find('xylophonistes quadrumanes')).toEqual([])
    expect(await find('fleuve')).toEqual([ecoles])
  })

  it('puts those whose own name answers first', async () => {
    await aListing(staff, { name: 'Abeilles', description: 'Elles vivent près du fleuve.' })
    expect(await find('fleuve')).toEqual([ecoles, 'Abeilles'])
  })

  it('is as forgiving at the desk', async () => {
    for (const [q, expected] of [
      ['ecole fleuves', ecoles],
      ["l'hopital d’antsirabe", amis],
      ['saint etienne', echanges],
    ] as const)
      expect(await onDesk(q), q).toContain(expected)
  })
})
