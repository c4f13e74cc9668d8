import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { updateOrganisation } from '../organisation/update-organisation.server.ts'
import { alike, type Comparable, prepared } from './alike.ts'
import { detectDuplicates } from './detect-duplicates.server.ts'
import { countPairs, findPairs, pairSearch } from './find-pairs.server.ts'
import { ordered, pairsAmong } from './pairs.ts'
import { setApart, setTogether } from './set-apart.server.ts'

const database = useDatabase()
let staff: StaffContext
let elsewhere: StaffContext
beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
  elsewhere = await staffOf(database.superuser, 'gescod')
})

let number = 0
const aRecord = (given: Partial<Comparable>): Comparable => ({
  id: String(++number).padStart(4, '0'),
  name: 'Les Amis du Mono',
  acronym: null,
  otherNames: [],
  kind: 'association',
  subkind: null,
  siren: null,
  siret: null,
  rna: null,
  insee: '79191',
  postalCode: '79000',
  city: 'Niort',
  website: null,
  email: null,
  parentId: null,
  ...given,
})
const compared = (one: Comparable, other: Comparable) => alike(prepared(one), prepared(other))
const between = (one: Partial<Comparable>, other: Partial<Comparable>) =>
  compared(aRecord(one), aRecord(other))
const authority = (name: string, given: Partial<Comparable> = {}) => ({
  name,
  kind: 'local_authority',
  ...given,
})

describe('Two records are proposed as one organisation', () => {
  it.each([
    ['Conseil Départemental Charente-Maritime', 'Département de la Charente-Maritime'],
    ['Conseil Départemental de la Charente-Maritime', 'Département de la Charente Maritime'],
    ['Ville de Cenon', 'Mairie de Cenon'],
    ['GrandAngoulême', 'Communauté d’agglomération du Grand Angoulême'],
  ])('under two ways of calling an authority: %s, %s', (one, other) => {
    expect(between(authority(one), authority(other))).toMatchObject({
      reasons: expect.arrayContaining(['name', 'place']),
    })
  })

  it.each([
    ['Association Les Amis du Mono', 'Les amis du Mono'],
    ['Solidarité Atakpamé', 'Solidarité Atakpame (association)'],
    ['Ecocène', 'Ecoscène'],
    ['Passerelles Sahel', 'Passerelle Sahel'],
    ['Saint-Maixent Jumelage', 'St Maixent Jumelage'],
  ])('under two spellings of a name in one town: %s, %s', (one, other) => {
    expect(between({ name: one }, { name: other })?.score).toBeGreaterThanOrEqual(55)
  })

  it('by an acronym that is the other’s name, in one town', () => {
    expect(
      between({ name: 'ADER' }, { name: 'Action et développement rural', acronym: 'A.D.E.R.' })?.reasons,
    ).toEqual(['acronym', 'place'])
  })

  it('by a former name or an alias', () => {
    expect(
      between({ name: 'Cap Coopération' }, { name: 'SO Solidaire', otherNames: ['Cap coopération'] })
        ?.reasons,
    ).toContain('other_name')
  })

  it('by their number before anything else, and less surely when they are two establishments of it', () => {
    const siren = '732829320'
    expect(
      between({ name: 'A', siren }, { name: 'Tout autre', siren, insee: '33063', postalCode: '33000' })
        ?.score,
    ).toBeGreaterThanOrEqual(90)
    const two = between(
      { name: 'Maison du monde', siren, siret: '73282932000074' },
      { name: 'Maison du monde', siren, siret: '73282932000082' },
    )
    expect(two?.reasons).toContain('other_siret')
    expect(between({ rna: 'W791000001', name: 'A' }, { rna: 'W791000001', name: 'B' })?.reasons).toContain(
      'rna',
    )
  })
})

describe('Two records are left alone', () => {
  it.each([
    [
      'a town and its twinning committee',
      { name: 'Ville de Cenon', kind: 'local_authority' },
      { name: 'Comité de jumelage de Cenon', city: 'Cenon' },
    ],
    [
      'a town and its intercommunality',
      authority('Ville de La Rochelle', { subkind: 'municipality' }),
      authority('Communauté d’agglomération de La Rochelle', { subkind: 'intercommunality' }),
    ],
    [
      'homonyms of two towns',
      { name: 'Solidarité Sahel' },
      { name: 'Solidarité Sahel', insee: '64445', postalCode: '64000' },
    ],
    ['friends of two countries', { name: 'Les Amis du Togo' }, { name: 'Les Amis du Bénin' }],
    [
      'what only shares a mail provider',
      { name: 'Rive droite', email: 'a@gmail.com' },
      { name: 'Ecoles du Nord', email: 'b@gmail.com' },
    ],
  ])('%s', (_, one, other) => {
    expect(between(one, other)).toBeNull()
  })

  it('a seat and its branch', () => {
    const seat = aRecord({ name: 'Maison du monde', siren: '732829320' })
    expect(
      compared(seat, aRecord({ name: 'Maison du monde', siren: '732829320', parentId: seat.id })),
    ).toBeNull()
  })
})

describe('Looking through all the records of a network', () => {
  it('finds every pair that comparing each with each finds', () => {
    const names = [
      'Passerelles Sahel',
      'Passerelle Sahel',
      'Eau pour Kara',
      'Eau de Kara',
      'Ecocène',
      'Ecoscène',
      'Rive à rive',
      'Riv à rive',
    ]
    const records = names.flatMap((name) => [
      aRecord({ name }),
      aRecord({ name: `Association ${name}`, insee: '33063', postalCode: '33000' }),
    ])
    const brute = records.flatMap((one, at) =>
      records.slice(at + 1).flatMap((other) => (compared(one, other) ? [ordered(one.id, other.id)] : [])),
    )
    const found = [...pairsAmong(records)].flatMap((pair) => (pair ? [ordered(pair.left, pair.right)] : []))
    const told = (pairs: { left: string; right: string }[]) =>
      pairs.map(({ left, right }) => `${left} ${right}`).sort()
    expect(brute.length).toBeGreaterThan(5)
    expect(told(found)).toEqual(told(brute))
  })
})

const search = (given = {}) => pairSearch.parse({ q: '', page: 1, ...given })
const named = async (ctx: StaffContext, given = {}) =>
  (await findPairs(ctx, search(given))).pairs.map(({ left, right }) => [left.name, right.name].sort())

describe('The pairs of a network', () => {
  it('has those of a record as soon as it is saved, and no more once it is corrected', async () => {
    await createOrganisation(staff, anOrganisation({ name: 'Écoles du Mono' }))
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Ecole du Mono' }))
    expect(await named(staff, { q: 'mono' })).toEqual([['Ecole du Mono', 'Écoles du Mono']])
    await updateOrganisation(staff, id, 1, anOrganisation({ name: 'Puits de Lomé' }))
    expect(await named(staff, { q: 'mono' })).toEqual([])
  })

  it('are never those of another network', async () => {
    await createOrganisation(elsewhere, anOrganisation({ name: 'Pont des Deux Rives' }))
    await createOrganisation(staff, anOrganisation({ name: 'Pont des Deux Rives' }))
    expect(await named(staff, { q: 'rives' })).toEqual([])
    await detectDuplicates(staff, async () => {})
    expect(await named(staff, { q: 'rives' })).toEqual([])
  })

  it('told apart are remembered whatever the machine finds, until it is taken back', async () => {
    const [one, other] = [
      await createOrganisation(staff, anOrganisation({ name: 'Jardins de Kara' })),
      await createOrganisation(staff, anOrganisation({ name: 'Jardin de Kara' })),
    ]
    await Promise.all([setApart(staff, one.id, other.id), setApart(staff, other.id, one.id)])
    await detectDuplicates(staff, async () => {})
    expect(await named(staff, { q: 'kara' })).toEqual([])
    const [told] = (await findPairs(staff, search({ q: 'kara', apart: true }))).pairs
    expect(told).toMatchObject({ apartBy: 'Camille Essai' })
    const { rows } = await database.superuser.query(
      `select count(*)::int as lines from audit_entry where action = 'organisation.told_apart'`,
    )
    expect(rows[0].lines).toBe(2)
    await setTogether(staff, one.id, other.id)
    expect(await named(staff, { q: 'kara' })).toHaveLength(1)
  })

  it('found at night are those that only share a site, and leave once they no longer do', async () => {
    const website = 'https://deux-noms.example'
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Kayes', acronym: 'EPK', website }))
    await createOrganisation(staff, anOrganisation({ name: 'Ensemble pour Kayes', website }))
    await detectDuplicates(staff, async () => {})
    expect((await countPairs(staff)).all).toBeGreaterThan(0)
    expect(await named(staff, { q: 'kayes' })).toHaveLength(1)
    await updateOrganisation(staff, id, 1, anOrganisation({ name: 'Tout autre chose' }))
    await detectDuplicates({ ...staff, clock: { now: () => new Date('2026-11-22') } }, async () => {})
    expect(await named(staff, { q: 'kayes' })).toEqual([])
  })

  it('of another network cannot be told apart', async () => {
    const theirs = await createOrganisation(elsewhere, anOrganisation({ name: 'Au loin' }))
    const mine = await createOrganisation(staff, anOrganisation({ name: 'Ici' }))
    await expect(setApart(staff, mine.id, theirs.id)).rejects.toMatchObject({ code: 'kernel.not_found' })
  })
})
