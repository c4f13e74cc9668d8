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

beforeAll(async () => {
  const person = await aPerson(database.superuser, {
    'so-cooperation': 'staff',
    'pays-de-la-loire-ci': 'staff',
  })
  south = contextOf('so-cooperation', person) as StaffContext
  west = contextOf('pays-de-la-loire-ci', person) as StaffContext
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
