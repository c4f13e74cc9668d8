import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { historyOf } from '#tests/support/history.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { communesMeant, suggestCommunes } from './find-commune.server.ts'
import { getOrganisation } from './get-organisation.server.ts'
import { updateOrganisation } from './update-organisation.server.ts'

const database = useDatabase()
let staff: StaffContext

beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
})

const suggested = (text: string) => suggestCommunes(text).map(({ label }) => label)

describe('A commune of several postal codes', () => {
  it.each([
    ['Bordeaux (33800)', '33063', '33800'],
    ['33800', '33063', '33800'],
    ['paris 75015', '75056', '75015'],
    ['Lyon (69003)', '69123', '69003'],
    ['13001 Marseille', '13055', '13001'],
    ['bordeaux', '33063', null],
  ])('is understood with the code that was typed: %s', (text, insee, postalCode) => {
    expect(communesMeant(text)).toEqual([expect.objectContaining({ insee, postalCode })])
  })

  it('is suggested with the code that was typed, or that begins as it does', () => {
    expect(suggested('33800 bord')).toEqual(['Bordeaux (33800)'])
    expect(suggested('Bordeaux (33800)')).toEqual(['Bordeaux (33800)'])
    expect(suggested('338 bord')).toEqual(['Bordeaux (33800)'])
    expect(suggested('7501')[0]).toBe('Paris (75010)')
    expect(suggested('bordeaux')[0]).toBe('Bordeaux (33000)')
  })

  it('keeps it in the record, and takes another when it is corrected', async () => {
    const input = (postalCode?: string) => anOrganisation({ insee: '33063', postalCode })
    const { id } = await createOrganisation(staff, input('33800'))
    expect(await getOrganisation(staff, id)).toMatchObject({ insee: '33063', postalCode: '33800' })
    await updateOrganisation(staff, id, 1, input('33200'))
    const corrected = await getOrganisation(staff, id)
    expect(corrected).toMatchObject({ postalCode: '33200', city: 'Bordeaux' })
    expect(Object.keys((await historyOf(staff, id))[0]!.changes)).toEqual(['postalCode'])
  })

  it('has its first code when none is given, or when the one given is elsewhere', async () => {
    for (const postalCode of [undefined, '79000']) {
      const { id } = await createOrganisation(staff, anOrganisation({ insee: '33063', postalCode }))
      expect((await getOrganisation(staff, id)).postalCode).toBe('33000')
    }
  })

  it('refuses what is no postal code', () => {
    expect(() => anOrganisation({ insee: '33063', postalCode: '3380' })).toThrow('unknown_choice')
  })
})
