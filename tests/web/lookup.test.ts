import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findAddresses } from '#server/crm/lookup/find-addresses.server.ts'
import { findCompanies } from '#server/crm/lookup/find-companies.server.ts'
import { configureLookup } from '#server/crm/lookup/public-register.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { type Mood, startLookup } from '#tests/doubles/lookup/lookup.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { contextOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const NEW = '/so-cooperation/bureau/structures/nouvelle'
const OFF = { companies: null, addresses: null }
let app: TestApp
let staff: StaffContext
let cookie: string
let lookup: Awaited<ReturnType<typeof startLookup>>

beforeAll(async () => {
  app = await startApp()
  lookup = await startLookup()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})
afterAll(async () => {
  configureLookup(OFF)
  await lookup.close()
})
afterEach(() => lookup.be('well'))

const on = (wait?: number) => configureLookup(lookup.settings, wait)
const send = async (fields: Record<string, string>) => {
  const response = await app.request(NEW, { method: 'POST', body: form(fields), headers: { cookie } })
  const page = await response.text()
  const html = asRead(decoded(page))
  const elements = elementsOf(page)
  const valueIn = (name: string) =>
    elements.find(({ attributes }) => attributes.get('name') === name)?.attributes.get('value')
  const proposals = elements.flatMap(({ attributes }) =>
    attributes.get('name') === 'proposition' ? [attributes.get('value')!] : [],
  )
  return { status: response.status, html, valueIn, proposals }
}

describe('The form of an organisation asks public registers', () => {
  it('for nothing, and shows no button, where they are not configured', async () => {
    configureLookup(OFF)
    expect(await findCompanies(staff, 'fontaines')).toEqual({ failure: 'off' })
    const html = await (await app.request(NEW, { headers: { cookie } })).text()
    expect(html).not.toContain('annuaire des entreprises')
    expect(readSettings({}).lookup).toEqual(OFF)
    expect(readSettings({ MAILLAGE_MODE: 'live' }).lookup.companies).toContain('https://')
    expect(readSettings({ MAILLAGE_MODE: 'live', COMPANY_SEARCH_URL: 'off' }).lookup.companies).toBeNull()
  })

  it('and fills what is empty with the line that is chosen, leaving what was typed and saying so', async () => {
    on()
    const typed = { name: 'Fontaines', rna: 'W791000123' }
    const { html, proposals } = await send({ ...typed, intent: 'entreprises' })
    expect(html).toContain('LES FONTAINES DU SAHEL')
    expect(html).not.toContain('NUMÉRO FAUX')
    expect(lookup.asked.at(-1)).toContain('q=W791000123')
    const filled = await send({ ...typed, proposition: proposals[0]! })
    expect(filled.status).toBe(200)
    expect(
      Object.fromEntries(
        ['name', 'siren', 'siret', 'address', 'commune'].map((name) => [name, filled.valueIn(name)]),
      ),
    ).toEqual({
      name: 'Fontaines',
      siren: '732829320',
      siret: '73282932000074',
      address: '12 BIS RUE DES HALLES',
      commune: 'Niort (79000)',
    })
    expect(filled.html).toMatch(/value="association"[^>]*selected|selected[^>]*value="association"/)
    expect(filled.html).toContain('que nous n’avons pas touché')
    expect(filled.html).toContain('Nom : LES FONTAINES DU SAHEL')
    const instead = await send({ ...typed, proposition: filled.proposals[0]! })
    expect(instead.valueIn('name')).toBe('LES FONTAINES DU SAHEL')
  })

  it('and keeps the point of the address that is chosen until the address changes', async () => {
    on()
    const typed = {
      name: 'Aux Halles',
      type: 'association',
      address: '12 rue des halles',
      commune: 'Niort (79000)',
    }
    const { proposals } = await send({ ...typed, intent: 'adresses' })
    const chosen = await send({ ...typed, proposition: proposals[0]! })
    const placed = { point: chosen.valueIn('point')!, pointOf: chosen.valueIn('pointOf')! }
    expect(placed.point).toBe('46.3251,-0.4612')
    const pointOf = async (name: string, fields: object) => {
      await send({ ...typed, ...placed, ...fields, name })
      const { rows } = await database.superuser.query('select lat from organisation where name = $1', [name])
      return rows[0].lat
    }
    expect(await pointOf('Aux Halles', {})).toBe(46.3251)
    expect(await pointOf('Ailleurs', { address: '1 rue du Port' })).not.toBe(46.3251)
  })

  it.each<[Mood, string]>([
    ['silent', 'unreachable'],
    ['broken', 'unreachable'],
    ['busy', 'busy'],
    ['garbage', 'unreadable'],
    ['strange', 'unreadable'],
    ['endless', 'unreadable'],
    ['away', 'unreadable'],
  ])('and goes on without them when one is %s', async (mood, failure) => {
    on(300)
    lookup.be(mood)
    const before = lookup.asked.length
    expect(await findCompanies(staff, 'fontaines')).toEqual({ failure })
    expect(await findAddresses(staff, '12 rue des halles')).toEqual({ failure })
    // A redirection is not followed: only what was asked was asked.
    expect(lookup.asked).toHaveLength(before + 2)
    const { status, html, valueIn } = await send({ name: 'Fontaines', intent: 'entreprises' })
    expect(status).toBe(200)
    expect(html).toContain('les champs vous-même')
    expect(valueIn('name')).toBe('Fontaines')
  })

  it('when nothing listens there', async () => {
    configureLookup({ companies: 'http://127.0.0.1:9', addresses: null })
    expect(await findCompanies(staff, 'fontaines')).toEqual({ failure: 'unreachable' })
  })

  it('for who may write an organisation, and for nobody else', async () => {
    on()
    const before = lookup.asked.length
    const stranger = contextOf('so-cooperation', null)
    await expect(findCompanies(stranger, 'fontaines')).rejects.toMatchObject({ status: 401 })
    await expect(findAddresses(stranger, '12 rue des halles')).rejects.toMatchObject({ status: 401 })
    expect(lookup.asked).toHaveLength(before)
  })

  it('and takes a made-up proposition for nothing', async () => {
    for (const proposition of ['{', '{"of":"companies","fields":{"slug":"x"}}', '{"of":"x","fields":{}}'])
      expect((await send({ name: '', proposition })).status).toBe(422)
  })
})
