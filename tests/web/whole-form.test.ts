import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau/structures'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string | string[]>
const BASE = { name: 'Entière', type: 'association', commune: 'Niort (79000)' }
const made = async (given: Parameters<typeof anOrganisation>[0]) =>
  (await createOrganisation(staff, anOrganisation(given))).id
const pageOf = async (path: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const refused = async (fields: Fields) => {
  const response = await send(`${DESK}/nouvelle`, { ...BASE, ...fields })
  expect(response.status).toBe(422)
  return decoded(await response.text())
}
const added = async (fields: Fields) => {
  const response = await send(`${DESK}/nouvelle`, { ...BASE, ...fields })
  expect(response.status).toBe(302)
  const id = response.headers.get('location')!.split('?')[0]!.split('/').at(-1)!
  return { id, record: await getOrganisation(staff, id), html: await pageOf(`${DESK}/${id}`) }
}
/** What the form would send again, as a browser would. */
const fieldsIn = (html: string): Fields => {
  const fields: Record<string, string[]> = {}
  for (const { name, attributes } of elementsOf(html)) {
    const field = attributes.get('name')
    if (name !== 'input' || !field || field.startsWith('reseau') || attributes.get('type') === 'search')
      continue
    const boxed = ['checkbox', 'radio'].includes(attributes.get('type') ?? '')
    if (boxed && !attributes.has('checked')) continue
    fields[field] = [...(fields[field] ?? []), attributes.get('value') ?? (boxed ? 'on' : '')]
  }
  return fields
}

describe('The form of an organisation', () => {
  it('keeps all that it says, opens again on it, and saved again changes nothing', async () => {
    const parent = await made({ name: 'Maison mère' })
    const { id, record, html } = await added({
      formerName: ['Comité de Niort', ''],
      formerFrom: ['1998', ''],
      formerUntil: ['5/2013', ''],
      parent: 'maison mère (niort)',
      email: 'contact@entiere.example',
      phone: '05 36 49 10 10',
      seatPrivate: 'on',
      aggregated: 'on',
    })
    expect(record).toMatchObject({
      formerNames: [{ name: 'Comité de Niort', from: '1998', until: '2013-05' }],
      parentId: parent,
      email: 'contact@entiere.example',
      seatPrivate: true,
      aggregated: true,
      contactable: false,
    })
    for (const said of [
      'Comité de Niort (1998–05/2013)',
      'Maison mère',
      'Siège à domicile',
      'À ne pas contacter',
    ])
      expect(html).toContain(said)
    expect(await pageOf(`${DESK}/${parent}`)).toContain('Une antenne')
    const fields = fieldsIn(await pageOf(`${DESK}/${id}/modifier`))
    const again = await send(`${DESK}/${id}/modifier`, { ...fields, type: 'association' })
    expect(again.status).toBe(302)
    expect((await getOrganisation(staff, id)).version).toBe(record.version)
  })

  it('adds and takes away a former name without saving, and keeps what is typed', async () => {
    const typed = { ...BASE, name: 'En cours', formerName: ['Premier', 'Second'], formerFrom: ['', '2001'] }
    const more = await send(`${DESK}/nouvelle`, { ...typed, intent: 'autre_nom' })
    expect(more.status).toBe(200)
    const fields = fieldsIn(decoded(await more.text()))
    expect(fields).toMatchObject({ name: ['En cours'], formerName: ['Premier', 'Second', ''] })
    const less = await send(`${DESK}/nouvelle`, { ...typed, intent: 'sans_nom-0' })
    expect(fieldsIn(decoded(await less.text()))).toMatchObject({
      formerName: ['Second'],
      formerFrom: ['2001'],
    })
    expect(await pageOf(DESK)).not.toContain('En cours')
  })

  it('asks which one when several organisations have the name typed, and takes the one that is picked', async () => {
    const [one, two] = [await made({ name: 'Jumelles' }), await made({ name: 'Jumelles' })]
    const html = await refused({ parent: 'Jumelles' })
    expect(html).toContain('Plusieurs structures portent ce nom')
    for (const id of [one, two]) expect(html).toContain(`value="${id}"`)
    const { record } = await added({ name: 'Fille', parent: 'Jumelles', parentId: two })
    expect(record.parentId).toBe(two)
  })

  it.each<[string, Fields, string]>([
    ['a parent nobody knows', { parent: 'Personne' }, 'Aucune structure de votre réseau ne porte ce nom'],
    ['a date that is none', { formerName: 'Jadis', formerFrom: 'hier' }, 'Cette date n’est pas comprise'],
    ['dates without a name', { formerName: '', formerFrom: '2001' }, 'Indiquez l’ancien nom'],
    ['a number of Alsace or Moselle', { rna: 'W671234567' }, 'inscrites au tribunal'],
    ['an e-mail that is none', { email: 'contact' }, 'Cette adresse e-mail n’est pas valide'],
    ['a phone that is none', { phone: 'demain' }, 'Ce numéro n’est pas valide'],
    ['a town in France', { commune: '', city: 'Poitiers' }, 'En France, choisissez la commune'],
    ['a country that is none', { seatCountry: 'ZZ' }, 'Ce choix n’existe pas'],
  ])('says at the field what is wrong with %s', async (_, fields, sentence) => {
    expect(await refused(fields)).toContain(sentence)
  })

  it('says at the field that a branch would be of itself', async () => {
    const id = await made({ name: 'Serpent' })
    const response = await send(`${DESK}/${id}/modifier`, {
      ...BASE,
      name: 'Serpent',
      parent: 'Serpent',
      version: '1',
    })
    expect(response.status).toBe(422)
    expect(decoded(await response.text())).toContain('ne peut pas être sa propre antenne')
  })

  it('marks who has its seat elsewhere, on its record and in the list', async () => {
    const { html } = await added({ name: 'Lointaine', seatCountry: 'TG', commune: '', city: 'Kara' })
    expect(html).toContain('Hors région')
    expect(html).toContain('Kara, Togo')
    const far = await made({ name: 'Strasbourgeoise', insee: '67482' })
    expect(await pageOf(`${DESK}/${far}`)).toContain('Hors région')
    const list = await pageOf(`${DESK}?hors=1`)
    for (const name of ['Lointaine', 'Strasbourgeoise']) expect(list).toContain(name)
    expect(list.match(/Hors région<\/span>/g)).toHaveLength(2)
    expect(await pageOf(`${DESK}/${await made({ name: 'Proche' })}`)).not.toContain('Hors région')
  })

  it('proposes the network’s own organisations to who types, and to nobody else', async () => {
    await made({ name: 'Proposée' })
    const ask = (as: string) => app.request(`${DESK}/suggestions.data?q=propos`, { headers: { cookie: as } })
    expect(await (await ask(cookie)).text()).toContain('Proposée (Niort)')
    expect(await (await ask('')).text()).not.toContain('Proposée')
  })
})
