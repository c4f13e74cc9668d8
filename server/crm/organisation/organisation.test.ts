import { beforeAll, describe, expect, it } from 'vitest'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { getListing } from '#server/directory/organisation/get-listing.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { historyOf } from '#tests/support/history.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'
import { createOrganisation } from './create-organisation.server.ts'
import { findOrganisations } from './find-organisations.server.ts'
import { getOrganisation } from './get-organisation.server.ts'
import { publishOrganisation } from './publish-organisation.server.ts'
import { unpublishOrganisation } from './unpublish-organisation.server.ts'
import { updateOrganisation } from './update-organisation.server.ts'

const database = useDatabase()
let staff: StaffContext
const scope = () => ({ networkId: staff.network.id, today: '2026-11-20' })
const listed = async (q: string) =>
  (await findListings(scope(), filtersSchema.parse({ q }))).items.map((item) => item.name)

beforeAll(async () => {
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
  staff = contextOf('so-cooperation', person) as StaffContext
})

describe('An organisation', () => {
  it('is private until it is published, and again once it is removed', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Les Puits de Kara' }))
    expect(await listed('puits kara')).toEqual([])
    const { slug } = await publishOrganisation(staff, id)
    expect(await listed('puits kara')).toEqual(['Les Puits de Kara'])
    await unpublishOrganisation(staff, id)
    expect(await listed('puits kara')).toEqual([])
    await expect(getListing(scope(), slug)).rejects.toMatchObject({ code: 'kernel.not_found' })
  })

  it('keeps its address when it is published again', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Afoulki' }))
    const first = await publishOrganisation(staff, id)
    await unpublishOrganisation(staff, id)
    expect(await publishOrganisation(staff, id)).toEqual(first)
  })

  it('gets an address of its own when a homonym has the plain one', async () => {
    const one = await createOrganisation(staff, anOrganisation({ name: 'Solidarité Sahel' }))
    const two = await createOrganisation(staff, anOrganisation({ name: 'Solidarité Sahel' }))
    const slugs = await Promise.all([one, two].map(({ id }) => publishOrganisation(staff, id)))
    expect(slugs.map(({ slug }) => slug).sort()).toEqual(['solidarite-sahel', 'solidarite-sahel-2'])
  })

  it('shows a correction to the public as soon as it is saved', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Ecocène' }))
    await publishOrganisation(staff, id)
    const { version } = await getOrganisation(staff, id)
    await updateOrganisation(staff, id, version, anOrganisation({ name: 'Écocène international' }))
    expect(await listed('ecocene')).toEqual(['Écocène international'])
  })

  it('is not overwritten by a form opened before somebody else saved, and says who did', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Budmo' }))
    const { version } = await getOrganisation(staff, id)
    await updateOrganisation(staff, id, version, anOrganisation({ name: 'Budmo France' }))
    const late = updateOrganisation(staff, id, version, anOrganisation({ name: 'Budmo Bordeaux' }))
    await expect(late).rejects.toMatchObject({
      code: 'crm.changed_meanwhile',
      details: { by: 'Camille Essai' },
    })
    expect((await getOrganisation(staff, id)).name).toBe('Budmo France')
  })

  it('tells its history: who did what, and which fields changed', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Kids sans Frontières' }))
    const { version } = await getOrganisation(staff, id)
    await updateOrganisation(
      staff,
      id,
      version,
      anOrganisation({ name: 'Kids sans Frontières', acronym: 'KSF' }),
    )
    const history = await historyOf(staff, id)
    expect(history.map(({ action, person, changes }) => [action, person, Object.keys(changes)])).toEqual([
      ['organisation.updated', 'Camille Essai', ['acronym']],
      ['organisation.created', 'Camille Essai', ['name']],
    ])
  })

  it('is found by staff whatever its accents, its plural or where it is', async () => {
    await createOrganisation(staff, anOrganisation({ name: 'Écoles du Fleuve', siren: '732829320' }))
    for (const q of ['ecole', 'école du fleuves', 'NIORT fleuve', '732829320']) {
      const { items } = await findOrganisations(staff, { q, kind: [], page: 1 })
      expect(
        items.map(({ name }) => name),
        q,
      ).toContain('Écoles du Fleuve')
    }
  })
})
