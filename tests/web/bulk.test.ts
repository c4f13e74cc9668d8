import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { MOST_AT_ONCE } from '#server/crm/batch/batch.ts'
import { getBatch } from '#server/crm/batch/find-batches.server.ts'
import { undoBatch } from '#server/crm/batch/undo-batch.server.ts'
import type { BulkChange } from '#server/crm/bulk/bulk.ts'
import { bulkWork, doBulk } from '#server/crm/bulk/do-bulk.server.ts'
import { planBulk } from '#server/crm/bulk/plan-bulk.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { publishOrganisation } from '#server/crm/organisation/publish-organisation.server.ts'
import { createTag, deleteTag } from '#server/crm/tag/write-tag.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aGrant } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const LIST = '/so-cooperation/bureau/structures'
let app: TestApp
let staff: StaffContext
let cookie: string
let ids: string[]

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  ids = []
  for (const name of ['Un', 'Deux', 'Trois'])
    ids.push((await createOrganisation(staff, anOrganisation({ name, sectors: [] }))).id)
  await publishOrganisation(staff, ids[0]!)
})

const get = async (query: string) => {
  const answer = await app.request(`${LIST}/agir?${query}`, { headers: { cookie } })
  return { status: answer.status, html: decoded(await answer.text()) }
}
const confirm = (query: string) =>
  app.request(`${LIST}/agir?${query}`, {
    method: 'POST',
    body: form({ intent: 'confirmer' }),
    headers: { cookie },
  })
const ticked = (...some: string[]) => some.map((id) => `fiche=${id}`).join('&')
const everyone = { search: { q: '', kind: [], page: 1 } }
const records = () => Promise.all(ids.map((id) => getOrganisation(staff, id)))
const batchOf = (answer: Response) => answer.headers.get('location')!.match(/lots\/([^?]+)/)![1]!

describe('An act on many records', () => {
  it('shows first what it will change and what it will not, and why, and writes nothing', async () => {
    const before = await records()
    const { html } = await get(`${ticked(...ids)}&acte=publish`)
    expect(html).toContain('2 fiches changeront.')
    expect(html).toMatch(/1 ne change pas\s?: c’est déjà le cas/)
    expect(await records()).toEqual(before)
  })

  it('is done once confirmed, tells how many, and is undone whole', async () => {
    const answer = await confirm(`${ticked(...ids)}&acte=sector&valeur=water`)
    expect(answer.status).toBe(302)
    expect((await records()).map(({ sectors }) => sectors)).toEqual([['water'], ['water'], ['water']])
    const page = await app.request(answer.headers.get('location')!, { headers: { cookie } })
    const html = decoded(await page.text())
    expect(html).toContain('3 fiches ont changé')
    expect(html).toMatch(/Secteur ajouté\s?: Eau/)
    const undo = await app.request(`/so-cooperation/bureau/lots/${batchOf(answer)}`, {
      method: 'POST',
      body: form({ intent: 'annuler' }),
      headers: { cookie },
    })
    expect(undo.headers.get('location')).toContain('fait=annulee')
    expect((await records()).map(({ sectors }) => sectors)).toEqual([[], [], []])
  })

  it('publishes what is not yet, and its undoing withdraws those alone', async () => {
    const { batchId } = await doBulk(staff, { ids }, { act: 'publish' }, 'Publication')
    expect((await records()).every(({ publishedAt }) => publishedAt)).toBe(true)
    await undoBatch(staff, batchId)
    expect((await records()).map(({ publishedAt }) => publishedAt !== null)).toEqual([true, false, false])
    expect((await getBatch(staff, batchId)).outcomes).toEqual({ restored: 2 })
  })

  it('aims at the whole filtered list, and at nothing else', async () => {
    const { html } = await get('tout=1&annuaire=privee&acte=kind&valeur=company')
    expect(html).toContain('Agir sur 2 structures')
    await confirm('tout=1&annuaire=privee&acte=kind&valeur=company')
    expect((await records()).map(({ kind }) => kind)).toEqual(['association', 'company', 'company'])
  })

  it('does not make a record look fresh when it only says who looks after it', async () => {
    const before = await records()
    await doBulk(staff, { ids }, { act: 'keep', account: staff.account.id }, 'Suivi')
    const after = await records()
    expect(after.map(({ lookedAfterBy }) => lookedAfterBy)).toEqual(ids.map(() => staff.account.id))
    expect(after.map(({ updatedAt }) => updatedAt)).toEqual(before.map(({ updatedAt }) => updatedAt))
  })

  it('gives a task for each, which its undoing takes back unless it was done', async () => {
    const change: BulkChange = { act: 'task', title: 'Vérifier la fiche', dueOn: null, assigneeId: null }
    const { batchId } = await doBulk(staff, { ids }, change, 'Tâches')
    const tasks = async () =>
      (await database.superuser.query('select done_at is not null as done from organisation_task')).rows
    expect(await tasks()).toHaveLength(3)
    await database.superuser.query(
      'update organisation_task set done_at = now() where organisation_id = $1',
      [ids[0]],
    )
    await undoBatch(staff, batchId)
    expect(await tasks()).toEqual([{ done: true }])
  })

  it('undone while it goes on, stops there, and leaves none of it', async () => {
    const many = Array.from({ length: MOST_AT_ONCE + 1 }, () => v7())
    await database.superuser.query(
      `insert into organisation (network_id, id, name, kind)
       select $1, id, 'Nombreuse ' || id, 'association' from unnest($2::uuid[]) id`,
      [staff.network.id, many],
    )
    const change: BulkChange = { act: 'kind', kind: 'company', subkind: null }
    const { batchId } = await doBulk(staff, { ids: many }, change, 'Type')
    let rounds = 0
    await bulkWork.run(staff, { batchId, ids: many, change }, async () => {
      if (++rounds === 2) await undoBatch(staff, batchId)
    })
    const { rows } = await database.superuser.query(
      'select distinct kind from organisation where id = any ($1)',
      [many],
    )
    expect(rows).toEqual([{ kind: 'association' }])
    expect(rounds).toBe(2)
    await database.superuser.query('delete from organisation where id = any ($1)', [many])
  })

  it('waits for a colleague who saves one of its records, and keeps nobody waiting meanwhile', async () => {
    const holding = database.superuser
    const last = [...ids].sort().at(-1)
    const blocked = `select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`
    await holding.query('begin')
    try {
      await holding.query('select 1 from organisation where id = $1 for update', [last])
      const done = doBulk(staff, { ids }, { act: 'sector', sector: 'health' }, 'Secteur')
      await expect.poll(async () => (await holding.query(blocked)).rows, { timeout: 20_000 }).not.toEqual([])
      // What that colleague writes next, their record being public.
      await holding.query('select 1 from listing_revision where network_id = $1 for update nowait', [
        staff.network.id,
      ])
      await holding.query('commit')
      await undoBatch(staff, (await done).batchId)
    } finally {
      await holding.query('rollback')
    }
  })

  it('never shows what its keeper hid, and says why', async () => {
    const { id } = await createOrganisation(staff, anOrganisation({ name: 'Masquée par les siens' }))
    await publishOrganisation(staff, id)
    await database.superuser.query(
      'update organisation set published_at = null, hidden_by_keeper = true where id = $1',
      [id],
    )
    const { html } = await get(`${ticked(id)}&acte=publish`)
    expect(html).toContain('la structure a masqué sa page elle-même')
    await doBulk(staff, { ids: [id] }, { act: 'publish' }, 'Publier')
    expect((await getOrganisation(staff, id)).publishedAt).toBeNull()
    const card = await app.request(`${LIST}/${id}`, { headers: { cookie } })
    expect(decoded(await card.text())).toContain('La structure a elle-même masqué sa page')
    await database.superuser.query('delete from organisation where id = $1', [id])
  })

  it('leaves alone records of a kind a field is not for', async () => {
    await database.superuser.query(
      `insert into own_field (network_id, id, key, label, type, kinds) values ($1, $2, 'accueillis', 'Accueillis', 'number', '{company}')`,
      [staff.network.id, v7()],
    )
    const change: BulkChange = { act: 'own', key: 'accueillis', values: ['12,5'] }
    const plan = await planBulk(staff, everyone, change)
    expect(plan).toMatchObject({ changes: 2, skips: [{ why: 'not_for_kind', count: 1 }] })
    await doBulk(staff, everyone, change, 'Champ')
    expect((await records()).map(({ ownFields }) => ownFields)).toEqual([
      {},
      { accueillis: 12.5 },
      { accueillis: 12.5 },
    ])
    const { html } = await get(`${ticked(...ids)}&acte=own&cle=accueillis&valeur=douze`)
    expect(html).toContain('Écrivez un nombre')
  })

  it('is refused to interns, and for a tag that is gone', async () => {
    const intern = {
      ...staff,
      grants: [aGrant(staff.network.id, 'staff', { profile: 'intern' })],
    }
    const { id: tag } = await createTag(staff, { name: 'Éphémère', colour: 'grey' })
    await expect(doBulk(intern, { ids }, { act: 'tag', tag }, '')).rejects.toMatchObject({ status: 403 })
    await deleteTag(staff, tag)
    await expect(doBulk(staff, { ids }, { act: 'tag', tag }, '')).rejects.toMatchObject({
      code: 'crm.bulk_refused',
    })
  })

  it('on more than two hundred is a long work, which taken up again does nothing twice', async () => {
    await database.superuser.query(
      `insert into organisation (network_id, id, name, kind) select $1, gen_random_uuid(), 'Masse ' || n, 'association' from generate_series(1, 240) n`,
      [staff.network.id],
    )
    const { id: tag } = await createTag(staff, { name: 'Masse', colour: 'blue' })
    const { batchId, workId } = await doBulk(staff, everyone, { act: 'tag', tag }, 'Étiquette')
    expect(workId).not.toBeNull()
    const order = { workId: workId!, networkId: staff.network.id }
    await runWork(order, [bulkWork], async () => staff)
    expect((await getBatch(staff, batchId)).records).toBe(243)
    await database.superuser.query(`update long_work set state = 'waiting' where id = $1`, [workId])
    await runWork(order, [bulkWork], async () => staff)
    const batch = await getBatch(staff, batchId)
    expect([batch.records, batch.first.length]).toEqual([243, 200])
  })
})
