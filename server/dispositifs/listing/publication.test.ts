import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aDispositif, aPublishedDispositif, aSession } from '#tests/support/dispositifs.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'
import { publishDispositif, withdrawDispositif } from '../dispositif/publish-dispositif.server.ts'
import { publishSession, withdrawSession } from '../session/publish-session.server.ts'
import { listsDispositifs } from './networks-listing.server.ts'

const database = useDatabase()
let staff: StaffContext
beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
})

async function listing(id: string) {
  const { rows } = await database.superuser.query('select * from dispositif_listing where id = $1', [id])
  return rows[0]
}
const callsOf = async (id: string) => (await listing(id)).calls.map((call: { name: string }) => call.name)
const made = (given = {}) => aDispositif(database.superuser, staff.network.id, given)

describe('What the public reads of a dispositif', () => {
  it('is written when it is published, with its published calls and their rules, and goes when it is withdrawn', async () => {
    const { id, session, rulesId } = await made()
    expect(await listing(id)).toBeUndefined()
    await publishDispositif(staff, id, 1)
    expect(await callsOf(id)).toEqual([])
    await publishSession(staff, session, 1)
    expect(await listing(id)).toMatchObject({
      name: 'Jeunesse et solidarité',
      calls: [{ rulesId, closesAt: '2026-12-15T17:00:00.000Z', timeZone: 'Europe/Paris' }],
      rules: [{ id: rulesId, rules: expect.arrayContaining([expect.objectContaining({ key: 'ages' })]) }],
    })
    await withdrawSession(staff, session, 2)
    expect(await callsOf(id)).toEqual([])
    await withdrawDispositif(staff, id, 2)
    expect(await listing(id)).toBeUndefined()
  })

  it('keeps both calls that two people publish at once', async () => {
    const one = await aPublishedDispositif(database.superuser, staff, { call: { published: false } })
    const other = await aSession(database.superuser, staff.network.id, one, { name: 'Session d’hiver' })
    await Promise.all([publishSession(staff, one.session, 1), publishSession(staff, other, 1)])
    expect((await callsOf(one.id)).sort()).toEqual(['Session d’automne', 'Session d’hiver'])
  })

  it('never has the public read rules that may still change', async () => {
    const { session, rulesId } = await made()
    const { rows } = await database.superuser.query(
      `insert into dispositif_revision (network_id, id, dispositif_id, kind, number, content)
       select network_id, gen_random_uuid(), dispositif_id, kind, 2, content from dispositif_revision where id = $1
       returning id`,
      [rulesId],
    )
    await database.superuser.query('update dispositif_session set rules_id = $2 where id = $1', [
      session,
      rows[0].id,
    ])
    await expect(publishSession(staff, session, 1)).rejects.toMatchObject({
      ...{ code: 'dispositifs.still_draft', details: { kinds: ['rules'] } },
    })
  })

  it('is not changed by who has not seen the last version, nor by who may not', async () => {
    const { id, session } = await made()
    const stale = { code: 'dispositifs.changed_meanwhile', details: { version: 1 } }
    await expect(publishDispositif(staff, id, 7)).rejects.toMatchObject(stale)
    await expect(publishSession(staff, session, 7)).rejects.toMatchObject(stale)
    const elsewhere = await staffOf(database.superuser, 'guyacoop')
    await expect(publishDispositif(elsewhere, id, 1)).rejects.toMatchObject({ status: 404 })
    await expect(publishSession(elsewhere, session, 1)).rejects.toMatchObject({ status: 404 })
    const member = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    const ctx = contextOf('so-cooperation', member, ['member'])
    await expect(publishDispositif(ctx, id, 1)).rejects.toMatchObject({ status: 403 })
    expect(await listing(id)).toBeUndefined()
  })

  it('opens the section of a network as soon as something is in it, and of that network alone', async () => {
    const gescod = await staffOf(database.superuser, 'gescod')
    const has = () => listsDispositifs(gescod.network.id)
    expect(await has()).toBe(false)
    const { id } = await aPublishedDispositif(database.superuser, gescod)
    expect(await has()).toBe(true)
    await withdrawDispositif(gescod, id, 2)
    expect(await has()).toBe(false)
  })

  it('leaves who did it in the history', async () => {
    const { id } = await aPublishedDispositif(database.superuser, staff)
    await withdrawDispositif(staff, id, 2)
    const { rows } = await database.superuser.query(
      'select action, account_id from audit_entry where object_id = $1 order by id',
      [id],
    )
    expect(rows).toEqual(
      ['dispositif.published', 'dispositif.withdrawn'].map((action) => ({
        ...{ action, account_id: staff.account.id },
      })),
    )
  })
})
