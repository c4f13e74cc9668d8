import { beforeAll, describe, expect, it } from 'vitest'
import { communeByInsee } from '#packages/referentials/communes.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { getOrganisation } from './get-organisation.server.ts'
import { isBefore, readMoment } from './moment.ts'
import { updateOrganisation } from './update-organisation.server.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let elsewhere: StaffContext

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  elsewhere = await staffOf(database.superuser, 'resacoop')
})

type Given = Parameters<typeof anOrganisation>[0]
const made = async (given: Given, by = staff) => (await createOrganisation(by, anOrganisation(given))).id
const saved = async (id: string, given: Given) => {
  const { version } = await getOrganisation(staff, id)
  return updateOrganisation(staff, id, version, anOrganisation(given))
}
const api = async (path: string) => (await app.request(`/api/v1/${path}`)).json()
const text = async (path: string) => (await app.request(path)).text()
/** All that the public can read of one listing. */
const everywhere = async (slug: string, network = 'so-cooperation') =>
  (
    await Promise.all(
      [
        `/${network}/annuaire/${slug}`,
        `/${network}/annuaire/${slug}.data`,
        `/${network}/annuaire`,
        `/api/v1/${network}/organisations/${slug}`,
        `/api/v1/${network}/organisations`,
        `/api/v1/${network}/organisations.csv`,
        `/api/v1/${network}/organisations.geojson`,
        `/api/v1/organisations.csv`,
      ].map(text),
    )
  ).join('\n')

/** Niort has one postal code, Bordeaux several; the point is a street's. */
const HOME = {
  address: '12 rue du Secret',
  insee: '33063',
  postalCode: '33800',
  point: { lat: 44.8251, lon: -0.5612 },
}

describe('The seat of an organisation', () => {
  it('at a home tells the public its commune and nothing finer', async () => {
    const { slug, id } = await aListing(staff, { name: 'Chez Nous', ...HOME, seatPrivate: true })
    const { lat, lon } = communeByInsee('33063')!
    expect(await api(`so-cooperation/organisations/${slug}`)).toMatchObject({
      city: 'Bordeaux',
      department: '33',
      address: null,
      postal_code: null,
      lat,
      lon,
    })
    const told = await everywhere(slug)
    expect(told).toContain('Chez Nous')
    for (const secret of ['Secret', '33800', '44.8251', '0.5612']) expect(told, secret).not.toContain(secret)
    expect(await getOrganisation(staff, id)).toMatchObject({ address: '12 rue du Secret', lat, lon })
  })

  it('that becomes a home takes back the address that was public', async () => {
    const { slug, id } = await aListing(staff, { name: 'Bureau d’avant', ...HOME })
    expect(await everywhere(slug)).toContain('rue du Secret')
    await saved(id, { name: 'Bureau d’avant', ...HOME, seatPrivate: true })
    const told = await everywhere(slug)
    for (const secret of ['Secret', '33800', '44.8251']) expect(told, secret).not.toContain(secret)
  })

  it('is at its address’s own point when one knows it, and only near its commune', async () => {
    const near = await made({ name: 'Précise', ...HOME })
    expect(await getOrganisation(staff, near)).toMatchObject(HOME.point)
    const far = await made({ name: 'Égarée', ...HOME, point: { lat: 48.85, lon: 2.35 } })
    const { lat, lon } = communeByInsee('33063')!
    expect(await getOrganisation(staff, far)).toMatchObject({ lat, lon })
  })

  it('abroad has a country and a place’s name, and no commune', async () => {
    const { slug, id } = await aListing(staff, {
      name: 'Lomé Solidaire',
      seatCountry: 'TG',
      city: 'Lomé',
      insee: '79191',
    })
    expect(await getOrganisation(staff, id)).toMatchObject({
      seatCountry: 'TG',
      city: 'Lomé',
      insee: null,
      lat: null,
    })
    expect(await api(`so-cooperation/organisations/${slug}`)).toMatchObject({
      city: 'Lomé',
      seat_country: 'TG',
    })
    expect(await text(`/so-cooperation/annuaire/${slug}`)).toContain('Lomé, Togo')
  })
})

describe('The choices of an organisation', () => {
  it('an e-mail is read by the public only where the organisation chose it', async () => {
    const contact = { email: 'relais@joignable.example', phone: '05 36 49 12 35' }
    const { slug, id } = await aListing(staff, { name: 'Relayée', ...contact })
    expect(await text(`/so-cooperation/annuaire/${slug}`)).toContain('05 36 49 12 35')
    expect(await everywhere(slug)).not.toContain('relais@joignable')
    await saved(id, { name: 'Relayée', ...contact, emailShown: true })
    expect(await text(`/so-cooperation/annuaire/${slug}`)).toContain('mailto:relais@joignable.example')
  })

  it('who is not to be contacted has no e-mail and no phone in public', async () => {
    const contact = { email: 'bonjour@joignable.example', phone: '05 36 49 12 34', emailShown: true }
    const { slug, id } = await aListing(staff, { name: 'Joignable', ...contact })
    expect(await text(`/so-cooperation/annuaire/${slug}`)).toContain('mailto:bonjour@joignable.example')
    expect(await api(`so-cooperation/organisations/${slug}`)).toMatchObject({
      email: contact.email,
      phone: contact.phone,
    })
    await saved(id, { name: 'Joignable', ...contact, contactable: false })
    const told = await everywhere(slug)
    for (const secret of ['bonjour@joignable', '05 36 49 12 34']) expect(told).not.toContain(secret)
  })

  it('who is not shown to other networks stays on its own network’s site, and no other tells of it', async () => {
    const siren = '732829320'
    const own = await aListing(staff, { name: 'Discrète Mandoline', siren, shownToNetworks: false })
    const theirs = await aListing(elsewhere, { name: 'Mandoline de Lyon', siren, insee: '69123' })
    expect(await text(`/so-cooperation/annuaire?q=mandoline`)).toContain('Discrète Mandoline')
    expect(await text(`/annuaire?q=mandoline`)).not.toContain('Discrète')
    const { items } = await api('organisations?q=mandoline')
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['Mandoline de Lyon'])
    expect((await api(`resacoop/organisations/${theirs.slug}`)).networks).toEqual(['resacoop'])
    await saved(own.id, { name: 'Discrète Mandoline', siren })
    expect((await api(`resacoop/organisations/${theirs.slug}`)).networks).toEqual([
      'resacoop',
      'so-cooperation',
    ])
  })

  it('who is not to be counted is on the site and not in its figures', async () => {
    const counted = async () =>
      (await text('/guyacoop/annuaire/statistiques')).match(/Deux-Sèvres/g)?.length ?? 0
    const guyane = await staffOf(database.superuser, 'guyacoop')
    const { id, slug } = await aListing(guyane, { name: 'Comptée', aggregated: false })
    expect(await text(`/guyacoop/annuaire`)).toContain('Comptée')
    const without = await counted()
    const { version } = await getOrganisation(guyane, id)
    await updateOrganisation(guyane, id, version, anOrganisation({ name: 'Comptée' }))
    expect(await counted()).toBeGreaterThan(without)
    expect(slug).toBe('comptee')
  })
})

describe('A branch', () => {
  it('is of an organisation of its own network, never of itself, however long the chain', async () => {
    const top = await made({ name: 'Tête' })
    const middle = await made({ name: 'Milieu', parentId: top })
    const low = await made({ name: 'Bas', parentId: middle })
    const itself = { code: 'crm.branch_of_itself' }
    await expect(saved(top, { name: 'Tête', parentId: top })).rejects.toMatchObject(itself)
    await expect(saved(top, { name: 'Tête', parentId: low })).rejects.toMatchObject(itself)
    const foreign = await made({ name: 'Ailleurs' }, elsewhere)
    await expect(saved(low, { name: 'Bas', parentId: foreign })).rejects.toMatchObject({
      code: 'crm.no_such_parent',
    })
    await saved(low, { name: 'Bas', parentId: top })
    expect((await getOrganisation(staff, low)).parentId).toBe(top)
  })

  it('is not made in a circle by two people at once', async () => {
    const [one, two] = [await made({ name: 'Une' }), await made({ name: 'Deux' })]
    const both = await Promise.allSettled([
      saved(one, { name: 'Une', parentId: two }),
      saved(two, { name: 'Deux', parentId: one }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('Former names', () => {
  it('are found and shown beside the other names, in the record and in public', async () => {
    const formerNames = [{ name: 'Comité Palourde', from: '1998', until: '2013-05' }]
    const { slug } = await aListing(staff, { name: 'Nouvelle Vague', formerNames })
    expect(await text('/so-cooperation/annuaire?q=palourde')).toContain('Nouvelle Vague')
    expect(await text(`/so-cooperation/annuaire/${slug}`)).toContain('Comité Palourde')
  })

  it.each([
    ['2013', '2013'],
    ['5/2013', '2013-05'],
    ['28/05/2013', '2013-05-28'],
    ['2013-05-28', '2013-05-28'],
    ['31/02/2013', null],
    ['13/2013', null],
    ['hier', null],
  ])('have dates as far as one knows them: %s', (typed, kept) => {
    expect(readMoment(typed)).toBe(kept)
  })

  it('end after they begin, as far as both are said', () => {
    expect(isBefore('2012', '2013-05')).toBe(true)
    expect(isBefore('2013', '2013-05')).toBe(false)
    const backwards = [{ name: 'À rebours', from: '2013', until: '2012-11' }]
    expect(() => anOrganisation({ formerNames: backwards })).toThrow('former_order')
  })
})
