import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { getProject } from '#server/projects/project/get-project.server.ts'
import { decideProjectProposal } from '#server/projects/proposal/decide-project-proposal.server.ts'
import { getProjectProposal } from '#server/projects/proposal/find-project-proposals.server.ts'
import { renewProjectSectors } from '#server/projects/public.ts'
import { useDatabase } from '#tests/support/database.ts'
import { historyOf } from '#tests/support/history.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import { renewSectors } from './renew-sectors.server.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
const CHANGES = [{ version: 2, since: '2027-01-01', becomes: { waste: ['environment', 'health'] } }]

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
})

const facetOf = async (sector: string) =>
  (await (await app.request(`/api/v1/so-cooperation/organisations?sector=${sector}`)).json()).total

describe('When the list of sectors changes', () => {
  it('records and their pages follow, what they said stays in their history, and nothing is done twice', async () => {
    const { id } = await aListing(staff, { sectors: ['waste', 'culture'] })
    const other = await createOrganisation(staff, anOrganisation({ sectors: ['culture'] }))
    const long = '2024-03-01T10:00:00Z'
    await database.superuser.query(`update organisation set updated_at = $2 where id = $1`, [id, long])
    expect(await renewSectors(staff, CHANGES)).toEqual({ renewed: 1 })
    const record = await getOrganisation(staff, id)
    expect(record.sectors).toEqual(['environment', 'health', 'culture'])
    expect((await historyOf(staff, id))[0]).toMatchObject({
      action: 'organisation.sectors_renewed',
      changes: { sectors: { from: ['waste', 'culture'] }, thesaurus: 2 },
    })
    // Said in other words, neither the record nor its page is any fresher for it.
    const { rows } = await database.superuser.query(
      `select o.updated_at = $2 as kept, o.updated_at = l.updated_at as told from organisation o
       join organisation_listing l on l.network_id = o.network_id and l.id = o.id where o.id = $1`,
      [id, long],
    )
    expect(rows).toEqual([{ kept: true, told: true }])
    expect(await facetOf('environment')).toBe(1)
    expect(await facetOf('waste')).toBe(0)
    expect((await getOrganisation(staff, other.id)).version).toBe(1)
    expect(await renewSectors(staff, CHANGES)).toEqual({ renewed: 0 })
  })

  it('a form that was open meanwhile does not write over it', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ sectors: ['waste'] }))
    const { version } = await getOrganisation(staff, id)
    await renewSectors(staff, CHANGES)
    expect((await getOrganisation(staff, id)).version).toBe(version + 1)
  })

  it('projects follow too, and what members propose of them: all may be saved again', async () => {
    const { id: holder } = await aListing(staff, { name: 'Porteuse', sectors: ['culture'] })
    const project = await aPublishedProject(staff, { holders: [holder], sectors: ['culture'] })
    const proposal = v7()
    await database.superuser.query(`update project set sectors = '{waste,culture}' where id = $1`, [
      project.id,
    ])
    await database.superuser.query(
      `insert into project_proposal (network_id, id, project_id, organisation_id, state, proposed, base, note,
         created_at, updated_at)
       select network_id, $2, id, $3, 'submitted', '{"sectors": ["waste"]}', '{"sectors": ["waste", "culture"]}', '',
         now(), now() from project where id = $1`,
      [project.id, proposal, holder],
    )
    expect(await renewProjectSectors(staff, CHANGES)).toEqual({ renewed: 1 })
    expect((await getProject(staff, project.id)).sectors).toEqual(['environment', 'health', 'culture'])
    const found = await (await app.request('/api/v1/so-cooperation/projects?sector=environment')).json()
    expect(found.total).toBe(1)
    const { fields, version } = await getProjectProposal(staff, proposal)
    expect(fields).toMatchObject([{ decided: 'sectors', state: 'new' }])
    await decideProjectProposal(staff, proposal, { version, take: ['sectors'], leave: [], reason: '' })
    expect((await getProject(staff, project.id)).sectors).toEqual(['environment', 'health'])
    expect(await renewProjectSectors(staff, CHANGES)).toEqual({ renewed: 0 })
  })

  it('records of another network are left to it', async () => {
    const theirs = await staffOf(database.superuser, 'gescod')
    const { id } = await createOrganisation(theirs, anOrganisation({ sectors: ['waste'] }))
    await renewSectors(staff, CHANGES)
    expect((await getOrganisation(theirs, id)).sectors).toEqual(['waste'])
  })
})
