import { beforeAll, describe, expect, it } from 'vitest'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { publishOrganisation } from './publish-organisation.server.ts'
import { unpublishOrganisation } from './unpublish-organisation.server.ts'

const database = useDatabase()
let south: StaffContext
let west: StaffContext
let east: StaffContext

beforeAll(async () => {
  const person = await aPerson(database.superuser, {
    'so-cooperation': 'staff',
    'pays-de-la-loire-ci': 'staff',
    gescod: 'staff',
  })
  south = contextOf('so-cooperation', person) as StaffContext
  west = contextOf('pays-de-la-loire-ci', person) as StaffContext
  east = contextOf('gescod', person) as StaffContext
})

/** SIREN that pass the control digit, as many as wanted. */
function siren(rank: number): string {
  const root = String(10_000_000 + rank)
  const sum = [...root].reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return root + ((10 - (sum % 10)) % 10)
}

const networksSeenBy = async (ctx: StaffContext, name: string) => {
  const scope = { networkId: ctx.network.id, today: '2026-11-20' }
  const { items } = await findListings(scope, filtersSchema.parse({ q: name }))
  return items.find((item) => item.name === name)?.networks.toSorted()
}
const BOTH = ['pays-de-la-loire-ci', 'so-cooperation']

describe('An organisation that two networks know', () => {
  it('names both on both pages when they publish it at the same moment', async () => {
    for (let rank = 0; rank < 15; rank++) {
      // The same words each time: words new to the vocabulary would make the two wait for each other.
      const name = 'Ensemble pour Kara'
      const record = anOrganisation({ name, siren: siren(rank) })
      const ids = await Promise.all([createOrganisation(south, record), createOrganisation(west, record)])
      await Promise.all([publishOrganisation(south, ids[0].id), publishOrganisation(west, ids[1].id)])
      expect(await networksSeenBy(south, name)).toEqual(BOTH)
      expect(await networksSeenBy(west, name)).toEqual(BOTH)
      // At once again, each from its own row towards the other's: neither may wait for the other for ever.
      await Promise.all([unpublishOrganisation(south, ids[0].id), unpublishOrganisation(west, ids[1].id)])
    }
  })

  it('says at once on the page of one network what the other has just published or removed', async () => {
    const record = anOrganisation({ name: 'Rive à rive', siren: siren(99) })
    const here = await createOrganisation(south, record)
    const there = await createOrganisation(west, record)
    await publishOrganisation(south, here.id)
    expect(await networksSeenBy(south, 'Rive à rive')).toEqual(['so-cooperation'])
    await publishOrganisation(west, there.id)
    expect(await networksSeenBy(south, 'Rive à rive')).toEqual(BOTH)
    await unpublishOrganisation(west, there.id)
    expect(await networksSeenBy(south, 'Rive à rive')).toEqual(['so-cooperation'])
  })
})

describe('Identifiers that bridge what networks know', () => {
  const national = async (name: string) => {
    const found = await findListings(
      { networkId: null, today: '2026-11-20' },
      filtersSchema.parse({ q: name }),
    )
    return found.items.map(({ networks }) => networks.toSorted()).toSorted()
  }
  const listed = async (ctx: StaffContext, given: Record<string, unknown>) => {
    const { id } = await createOrganisation(ctx, anOrganisation(given))
    await publishOrganisation(ctx, id)
    return id
  }

  it('one listing with both makes one of those known by one alone, whatever comes first', async () => {
    const name = 'Pont entre deux registres'
    await listed(west, { name, rna: 'W791000001' })
    await listed(east, { name, siren: siren(201) })
    expect(await national(name)).toHaveLength(2)
    const bridge = await listed(south, { name, siren: siren(201), rna: 'W791000001' })
    expect(await national(name)).toEqual([['gescod', ...BOTH]])
    // Without the bridge, nothing tells that they are one.
    await unpublishOrganisation(south, bridge)
    expect(await national(name)).toEqual([['gescod'], ['pays-de-la-loire-ci']])
    await publishOrganisation(south, bridge)
    expect(await national(name)).toEqual([['gescod', ...BOTH]])
    expect(await networksSeenBy(west, name)).toEqual(['gescod', ...BOTH])
  })

  it('never makes one of two SIREN, even when a mistyped RNA is the same', async () => {
    const name = 'Deux numéros et un registre'
    await listed(south, { name, siren: siren(301), rna: 'W791000002' })
    await listed(east, { name, siren: siren(302), rna: 'W791000002' })
    // Which of the two the third is, nobody can tell.
    await listed(west, { name, rna: 'W791000002' })
    expect(await national(name)).toEqual([['gescod'], ['pays-de-la-loire-ci'], ['so-cooperation']])
  })

  it('homonyms without identifiers stay two', async () => {
    await listed(south, { name: 'Les Homonymes' })
    await listed(west, { name: 'Les Homonymes', insee: '79191' })
    expect(await national('Homonymes')).toHaveLength(2)
  })
})
