import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { organisationTag, tag } from '#db/schema/crm/upkeep.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { staffOf } from '#tests/support/published.ts'
import { doBulk } from '../bulk/do-bulk.server.ts'
import { createOrganisation } from '../organisation/create-organisation.server.ts'
import { getOrganisation } from '../organisation/get-organisation.server.ts'
import { keepOrganisation } from '../organisation/keep-organisation.server.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { publishOrganisation } from '../organisation/publish-organisation.server.ts'
import { saveRecord, type Written } from '../organisation/save-record.server.ts'
import { updateOrganisation } from '../organisation/update-organisation.server.ts'
import { changeTask } from '../task/write-task.server.ts'
import { fieldsBefore } from './batch.ts'
import { findBatches, getBatch } from './find-batches.server.ts'
import { noteChanges, noteCreated } from './note-change.server.ts'
import { openBatch } from './open-batch.server.ts'
import { undoBatch, undoBatchWork } from './undo-batch.server.ts'

const database = useDatabase()
let staff: StaffContext

beforeAll(async () => {
  staff = await staffOf(database.superuser, 'so-cooperation')
})

const make = async (name: string) => (await createOrganisation(staff, anOrganisation({ name }))).id
const begin = () => inNetwork(staff, (tx) => openBatch(tx, staff, 'test', { what: 'Essai' }))

/** What an act that changes many records does of each. */
const change = (batchId: string, id: string, values: Written) =>
  inNetwork(staff, async (tx) => {
    const before = await lockOrganisation(tx, staff, id)
    const { version } = await saveRecord(tx, staff, before, values, { action: 'organisation.updated' })
    const line = { organisationId: id, before: { fields: fieldsBefore(before, values) }, version }
    await noteChanges(tx, staff, batchId, [line])
  })
const outcomesOf = async (batchId: string) => (await getBatch(staff, batchId)).outcomes
const listed = async (q: string) =>
  (await findListings({ networkId: staff.network.id, today: '2026-11-20' }, filtersSchema.parse({ q }))).items
    .length

describe('A batch', () => {
  it('puts back what nobody touched since, instants and lists with it, and says what it left', async () => {
    const [kept, touched] = [await make('Mono Amitié'), await make('Oti Amitié')]
    const was = await getOrganisation(staff, kept)
    const batch = await begin()
    for (const id of [kept, touched])
      await change(batch, id, { sectors: ['water', 'health'], kind: 'company' })
    await change(batch, kept, { sectors: [], verifiedAt: new Date() })
    const { version } = await getOrganisation(staff, touched)
    await updateOrganisation(
      staff,
      touched,
      version,
      anOrganisation({ name: 'Oti Amitiés', kind: 'other', subkind: null }),
    )
    await undoBatch(staff, batch)
    const { version: raised, ...now } = await getOrganisation(staff, kept)
    const { version: first, ...then } = was
    expect(now).toEqual(then)
    expect(raised).toBe(first + 3)
    expect((await getOrganisation(staff, touched)).name).toBe('Oti Amitiés')
    expect(await outcomesOf(batch)).toEqual({ restored: 1, touched: 1 })
    expect((await getBatch(staff, batch)).first.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Oti Amitiés', 'touched'],
      ['Mono Amitié', 'restored'],
    ])
  })

  it('is undone once, whoever asks again', async () => {
    const id = await make('Deux fois')
    const batch = await begin()
    await change(batch, id, { acronym: 'DF' })
    await undoBatch(staff, batch)
    await change(await begin(), id, { acronym: 'DF2' })
    await undoBatch(staff, batch)
    expect((await getOrganisation(staff, id)).acronym).toBe('DF2')
  })

  it('takes back what the public read of a record it published', async () => {
    const id = await make('Zio Publique')
    const batch = await begin()
    await change(batch, id, { publishedAt: new Date(), slug: 'zio-publique' })
    expect(await listed('zio publique')).toBe(1)
    await undoBatch(staff, batch)
    expect(await listed('zio publique')).toBe(0)
    expect((await getOrganisation(staff, id)).publishedAt).toBeNull()
  })

  it('deletes the records it created, unless something was attached to them since', async () => {
    const [gone, noted, published] = [
      await make('Née du lot'),
      await make('Née et notée'),
      await make('Née publiée'),
    ]
    await publishOrganisation(staff, published)
    const batch = await begin()
    await inNetwork(staff, (tx) => noteCreated(tx, staff, batch, [gone, noted, published]))
    await database.superuser.query(
      `insert into organisation_note (network_id, id, organisation_id, body) values ($1, $2, $3, 'Vue en mai')`,
      [staff.network.id, v7(), noted],
    )
    await undoBatch(staff, batch)
    await expect(getOrganisation(staff, gone)).rejects.toMatchObject({ code: 'kernel.not_found' })
    expect((await getOrganisation(staff, noted)).name).toBe('Née et notée')
    expect(await listed('née publiée')).toBe(0)
    expect(await outcomesOf(batch)).toEqual({ deleted: 2, attached: 1 })
  })

  it('gives back tags without minding that the record was corrected since', async () => {
    const id = await make('Étiquetée')
    const [given, taken] = [v7(), v7()]
    const { network } = staff
    const batch = await begin()
    await inNetwork(staff, async (tx) => {
      for (const [tagId, name] of [
        [given, 'Donnée'],
        [taken, 'Reprise'],
      ] as const)
        await tx.insert(tag).values({ networkId: network.id, id: tagId, name })
      await tx.insert(organisationTag).values({ networkId: network.id, organisationId: id, tagId: given })
      const before = { tagged: [given], untagged: [taken] }
      await noteChanges(tx, staff, batch, [{ organisationId: id, before, version: 1 }])
    })
    await updateOrganisation(staff, id, 1, anOrganisation({ name: 'Étiquetée bis' }))
    await undoBatch(staff, batch)
    const { rows } = await database.superuser.query(
      'select tag_id from organisation_tag where organisation_id = $1',
      [id],
    )
    expect(rows).toEqual([{ tag_id: taken }])
  })

  it('leaves a keeper chosen by hand since, and a task rewritten since', async () => {
    const ids = [await make('Suivie'), await make('Suivie aussi'), await make('Suivie encore')]
    await doBulk(staff, { ids }, { act: 'keep', account: staff.account.id }, 'Suivi')
    const keep = await doBulk(staff, { ids }, { act: 'keep', account: null }, 'Suivi')
    const [chosen, other] = ids as [string, string]
    await keepOrganisation(staff, chosen, staff.account.id)
    await undoBatch(staff, keep.batchId)
    expect((await getOrganisation(staff, chosen)).lookedAfterBy).toBe(staff.account.id)
    expect((await getBatch(staff, keep.batchId)).outcomes).toMatchObject({ touched: 1 })

    const given = { title: 'Appeler', dueOn: null, assigneeId: null }
    const tasks = await doBulk(staff, { ids }, { act: 'task', ...given }, 'Tâches')
    const of = async () =>
      (
        await database.superuser.query('select id, title from organisation_task where title like $1', [
          'Appeler%',
        ])
      ).rows
    const [task] = (
      await database.superuser.query(
        `select id from organisation_task where organisation_id = $1 and title = 'Appeler'`,
        [other],
      )
    ).rows
    await changeTask(staff, other, task.id, { ...given, title: 'Appeler le trésorier' })
    await undoBatch(staff, tasks.batchId)
    expect(await of()).toEqual([{ id: task.id, title: 'Appeler le trésorier' }])
    expect((await getBatch(staff, tasks.batchId)).outcomes).toEqual({ restored: 2, touched: 1 })
  })

  it('of more than two hundred records is undone by a long work, to its end', async () => {
    const batch = await begin()
    const { network } = staff
    await database.superuser.query(
      `insert into organisation (network_id, id, name, kind, version)
       select $1, gen_random_uuid(), 'Grand lot ' || n, 'association', 2 from generate_series(1, 230) n`,
      [network.id],
    )
    await database.superuser.query(
      `insert into change_batch_line (network_id, batch_id, organisation_id, before, version)
       select network_id, $2, id, '{"fields": {"acronym": "AVANT"}}', 2 from organisation
       where network_id = $1 and name like 'Grand lot %'`,
      [network.id, batch],
    )
    const { workId } = await undoBatch(staff, batch)
    expect(workId).not.toBeNull()
    await runWork({ workId: workId!, networkId: network.id }, [undoBatchWork], async () => staff)
    expect(await outcomesOf(batch)).toEqual({ restored: 230 })
    const { rows } = await database.superuser.query(
      `select state, result->>'path' as path, done from long_work where id = $1`,
      [workId],
    )
    expect(rows).toEqual([{ state: 'done', path: `/so-cooperation/bureau/lots/${batch}`, done: 230 }])
  })

  it('stands in the list of batches, the last first, with who did it', async () => {
    const { items } = await findBatches(staff, 1)
    expect(items[0]).toMatchObject({ kind: 'test', by: 'Camille Essai', records: 230 })
    expect(items.length).toBeGreaterThan(5)
  })
})
