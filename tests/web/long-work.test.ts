import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { askList } from '#server/crm/export/ask-list.server.ts'
import { exportList } from '#server/crm/export/export-list.server.ts'
import { getListRequest } from '#server/crm/export/find-list-requests.server.ts'
import { listRequestInput } from '#server/crm/export/list-request.schema.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { contextOfAccount } from '#server/identity/session/context-of-account.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { startWorker } from '#server/kernel/jobs.ts'
import { beginWork } from '#server/kernel/work/begin-work.server.ts'
import { cancelWork, retryWork } from '#server/kernel/work/change-work.server.ts'
import { getWork } from '#server/kernel/work/find-works.server.ts'
import { runWork } from '#server/kernel/work/run-work.server.ts'
import type { WorkKind } from '#server/kernel/work/work.ts'
import { doWork, WORKS } from '#server/works.ts'
import { until } from '#tests/faults/until.ts'
import { cellsOf } from '#tests/support/csv-cells.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { memoryFiles } from '#tests/support/memory-files.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'

const database = useDatabase()
const store = memoryFiles()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  configureFiles(store)
  staff = await someone()
  cookie = await signedIn(app, staff.account)
  await createOrganisation(staff, anOrganisation({ name: '=CMD("x")' }))
  await createOrganisation(staff, anOrganisation({ name: 'Zébu ; "et" Cie' }))
})

const someone = async () =>
  contextOf(
    'so-cooperation',
    await aPerson(database.superuser, { 'so-cooperation': 'staff' }),
  ) as StaffContext
const run = (id: string, kinds = WORKS) =>
  runWork({ workId: id, networkId: staff.network.id }, kinds, contextOfAccount)
const purpose = listRequestInput.parse({ purpose: 'bilan annuel' })
const ask = async (ctx = staff) => (await askList(ctx, purpose)).workId
const rows = async (text: string, values: unknown[]) => (await database.superuser.query(text, values)).rows

describe('An export of every organisation', () => {
  it('is asked with its purpose, done by the worker, and kept where the team finds it again', async () => {
    const refused = await app.request(`${DESK}/demandes-de-listes/nouvelle`, {
      method: 'POST',
      body: form({ but: '' }),
      headers: { cookie },
    })
    expect(refused.status).toBe(422)
    const asked = await app.request(`${DESK}/demandes-de-listes/nouvelle`, {
      method: 'POST',
      body: form({ but: 'bilan annuel' }),
      headers: { cookie },
    })
    const page = asked.headers.get('location')!
    expect(await (await app.request(page, { headers: { cookie } })).text()).toContain('En attente')
    const worker = await startWorker(database.urls.app, [], () => {}, [doWork])
    const id = page.split('/').at(-1)!
    await until(async () => (await getListRequest(staff, id)).state === 'done')
    await worker.stop()

    const html = await (await app.request(page, { headers: { cookie } })).text()
    const link = html.match(/href="(\/so-cooperation\/fichiers\/[^"]+)"/)![1]!
    const file = await app.request(link, { headers: { cookie } })
    const cells = cellsOf((await file.text()).replace('\uFEFF', ''))
    expect(cells[0]!.slice(0, 2)).toEqual(['Nom', 'Sigle'])
    expect(cells.map(([name]) => name)).toEqual(expect.arrayContaining(['Zébu ; "et" Cie', `'=CMD("x")`]))
    // The register is the team's: whoever may hand over a list may give this one again.
    const colleague = await signedIn(app, (await someone()).account)
    expect((await app.request(link, { headers: { cookie: colleague } })).status).toBe(200)
    expect(await (await app.request(page, { headers: { cookie: colleague } })).text()).toContain(
      'bilan annuel',
    )
    const stranger = await signedIn(app, await aPerson(database.superuser, { gescod: 'staff' }))
    expect((await app.request(link, { headers: { cookie: stranger } })).status).not.toBe(200)
    const told = await rows(`select action, changes from audit_entry where object_id = $1 order by at`, [id])
    expect(told[0]).toEqual({ action: 'organisation.export_asked', changes: { purpose: 'bilan annuel' } })
  })

  it('is not for interns, who are not shown the button either', async () => {
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    await database.superuser.query(`update account_grant set profile = 'intern' where account_id = $1`, [
      person.id,
    ])
    const intern = await signedIn(app, person)
    const read = (path: string, as: string) => app.request(path, { headers: { cookie: as } })
    expect((await read(`${DESK}/demandes-de-listes/nouvelle`, intern)).status).toBe(403)
    expect(await (await read(`${DESK}/structures`, intern)).text()).not.toContain(
      'demandes-de-listes/nouvelle',
    )
    expect(await (await read(`${DESK}/structures`, cookie)).text()).toContain('demandes-de-listes/nouvelle')
  })
})

describe('A long work', () => {
  it('is never asked when its act fails', async () => {
    const count = () => rows(`select count(*)::int from pgboss.job where name = 'kernel.work'`, [])
    const before = await count()
    const act = inNetwork(staff, async (tx) => {
      await beginWork(tx, staff, exportList, { locale: 'fr', requestId: staff.account.id })
      throw new Error('the act fails')
    })
    await expect(act).rejects.toThrow('the act fails')
    expect(await count()).toEqual(before)
  })

  it('taken by two workers has one effect', async () => {
    const id = await ask()
    let [working, meet] = [0, () => {}]
    const met = new Promise<void>((resolve) => {
      meet = resolve
    })
    // Neither ends before both have all they need to.
    const together: typeof exportList = {
      ...exportList,
      run: async (...given) => {
        const result = await exportList.run(...given)
        if (++working === 2) meet()
        await met
        return result
      },
    }
    await Promise.all([run(id, [together]), run(id, [together])])
    expect(working).toBe(2)
    await run(id)
    expect((await getWork(staff, id)).state).toBe('done')
    const kept = await rows(
      `select 1 from stored_file f join list_request r on r.id = f.owner_id
       where r.work_id = $1 and f.deleted_at is null`,
      [id],
    )
    const told = await rows(`select 1 from audit_entry where object_id = $1 and action like '%done'`, [id])
    expect([kept.length, told.length]).toEqual([1, 1])
  })

  it('is taken up from the beginning when its worker stopped in the middle', async () => {
    const id = await ask()
    await database.superuser.query(`update long_work set state = 'running', done = 1 where id = $1`, [id])
    await run(id)
    expect((await getWork(staff, id)).state).toBe('done')
  })

  it('fails in a sentence when the right was lost between asking and running; tried again, it asks again', async () => {
    const other = await someone()
    const id = await ask(other)
    await database.superuser.query(`update account_grant set revoked_at = now() where account_id = $1`, [
      other.account.id,
    ])
    await run(id)
    expect(await getWork(other, id)).toMatchObject({ state: 'failed', errorCode: 'kernel.forbidden' })
    await database.superuser.query(`update account_grant set revoked_at = null where account_id = $1`, [
      other.account.id,
    ])
    await retryWork(other, id)
    await run(id)
    expect((await getWork(other, id)).state).toBe('done')
  })

  it('given up in the middle stops at its next step and leaves nothing', async () => {
    let id = ''
    const slow: WorkKind = {
      ...exportList,
      run: async (_ctx, _input, progress) => {
        await cancelWork(staff, id)
        await progress(1, 2)
        throw new Error('it went on')
      },
    }
    id = await ask()
    await run(id, [slow])
    expect(await getWork(staff, id)).toMatchObject({ state: 'cancelled', errorCode: null, result: {} })
  })

  it('that breaks says so without saying what of', async () => {
    const broken: WorkKind = {
      ...exportList,
      run: () => Promise.reject(new Error('camille@essai.example')),
    }
    const id = await ask()
    await run(id, [broken])
    const html = await (await app.request(`${DESK}/travaux/${id}`, { headers: { cookie } })).text()
    expect(html).toContain('de notre côté')
    expect(html).not.toContain('camille@essai.example')
  })
})
