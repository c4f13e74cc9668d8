import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson, contextOf, type Person } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp
let now = new Date('2026-11-20T09:00:00Z')
type One = { person: Person; cookie: string }
let leaving: One
let colleague: One

const DESK = '/so-cooperation/bureau'
const PAGE = `${DESK}/absences`
const text = async (path: string, cookie: string) => (await app.request(path, { headers: { cookie } })).text()
const post = (fields: Record<string, string>, cookie: string) =>
  app.request(PAGE, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const ofTheTeam = async (name: string): Promise<One> => {
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' }, name)
  return { person, cookie: await signedIn(app, person) }
}

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } })
})

beforeEach(async () => {
  now = new Date('2026-11-20T09:00:00Z')
  leaving = await ofTheTeam('Andrea Essai')
  colleague = await ofTheTeam('Billie Essai')
})

const days = { startsOn: '2026-11-20', backOn: '2026-11-30', note: 'Merci' }
const handOver = (given: Record<string, string> = {}, cookie = leaving.cookie) =>
  post({ accountId: leaving.person.id, colleagueId: colleague.person.id, ...days, ...given }, cookie)
/** A long work of the person who leaves, that failed. */
async function aFailedWork() {
  const id = randomUUID()
  await rows(
    `insert into long_work (network_id, id, account_id, kind, state, error_code, input, finished_at)
     select id, $1, $2, 'crm.export-organisations', 'failed', 'unexpected', '{}', now() from network where slug = 'so-cooperation'`,
    [id, leaving.person.id],
  )
  return `${DESK}/travaux/${id}`
}

describe('Handing over', () => {
  it('gives the colleague what awaits, until the day of return, and not a day more', async () => {
    const work = await aFailedWork()
    const open = async () => (await app.request(work, { headers: { cookie: colleague.cookie } })).status
    expect([await open(), (await text(DESK, colleague.cookie)).includes(work)]).toEqual([404, false])
    expect((await handOver()).status).toBe(302)
    expect([await open(), (await text(DESK, colleague.cookie)).includes(work)]).toEqual([200, true])
    expect(await text(DESK, colleague.cookie)).toContain('Vous remplacez Andrea Essai')
    now = new Date('2026-11-29T09:00:00Z')
    expect(await open()).toBe(200)
    now = new Date('2026-11-30T09:00:00Z')
    expect([await open(), (await text(DESK, colleague.cookie)).includes(work)]).toEqual([404, false])
  })

  it('tells the colleague, and tells them what the person is told meanwhile', async () => {
    await handOver()
    const told = () => text('/so-cooperation/espace/notifications', colleague.cookie)
    expect(await told()).toContain('Andrea Essai vous passe le relais')
    const ctx = { ...contextOf('so-cooperation', leaving.person), clock: { now: () => now } }
    const params = { address: 'perdue@essai.example' }
    const notice = { accountId: leaving.person.id, kind: 'kernel.bounced', params, path: DESK }
    await inNetwork({ network: ctx.network! }, (tx) => notify(tx, { ...ctx, network: ctx.network! }, notice))
    expect(await told()).toContain('perdue@essai.example')
  })

  it('ends at a click, and what awaited is one’s own again', async () => {
    const work = await aFailedWork()
    await handOver()
    const [{ id }] = await rows('select id from absence where account_id = $1', [leaving.person.id])
    const another = await ofTheTeam('Une autre Essai')
    expect((await post({ terminer: id }, another.cookie)).status).toBe(403)
    expect((await post({ terminer: id }, leaving.cookie)).status).toBe(302)
    expect((await app.request(work, { headers: { cookie: colleague.cookie } })).status).toBe(404)
  })

  it.each([
    ['a return before the first day', { backOn: '2026-11-20' }, 'jour du retour'],
    ['a day that does not exist', { startsOn: '2026-02-31' }, 'n’existe pas'],
    ['nobody to take over', { colleagueId: '' }, 'Choisissez une personne'],
    ['somebody who is not of the team', { colleagueId: randomUUID() }, 'doit faire partie de l’équipe'],
  ])('refuses %s in words, and keeps what was typed', async (_, given, words) => {
    const response = await handOver(given)
    const html = await response.text()
    expect([response.status, html.includes(words), html.includes('Merci')]).toEqual([422, true, true])
  })

  it('to oneself, twice for the same days, or to who is away too, is refused', async () => {
    expect((await handOver({ colleagueId: leaving.person.id })).status).toBe(422)
    expect((await handOver()).status).toBe(302)
    expect((await handOver()).status).toBe(409)
    const third = await ofTheTeam('Candide Essai')
    const back = await post(
      { accountId: third.person.id, colleagueId: leaving.person.id, ...days },
      third.cookie,
    )
    expect(back.status).toBe(422)
  })

  it('to an intern, or by who already stands in for somebody, is refused', async () => {
    const intern = await ofTheTeam('Dany Essai')
    await rows(`update account_grant set profile = 'intern' where account_id = $1`, [intern.person.id])
    expect((await handOver({ colleagueId: intern.person.id })).status).toBe(422)
    await handOver()
    const third = await ofTheTeam('Eden Essai')
    const chain = { accountId: colleague.person.id, colleagueId: third.person.id, ...days }
    const refused = await post(chain, colleague.cookie)
    expect([refused.status, (await refused.text()).includes('prend déjà le relais')]).toEqual([409, true])
  })

  it('ends for a colleague who has left: they open nothing more, and are told nothing', async () => {
    const work = await aFailedWork()
    await handOver()
    await rows('update account_grant set revoked_at = now() where account_id = $1', [colleague.person.id])
    expect((await app.request(work, { headers: { cookie: colleague.cookie } })).status).toBe(403)
    const ctx = { ...contextOf('so-cooperation', leaving.person), clock: { now: () => now } }
    const notice = { accountId: leaving.person.id, kind: 'kernel.bounced', params: {}, path: DESK }
    await inNetwork({ network: ctx.network! }, (tx) => notify(tx, { ...ctx, network: ctx.network! }, notice))
    const told = await rows(
      `select kind from notification where account_id = $1 and kind = 'kernel.bounced'`,
      [colleague.person.id],
    )
    expect(told).toEqual([])
  })

  it('for somebody else is an administrator’s to do', async () => {
    expect((await handOver({}, colleague.cookie)).status).toBe(403)
    const admin = await aPerson(database.superuser, { 'so-cooperation': 'admin' })
    const cookie = await signedIn(app, admin)
    expect((await handOver({}, cookie)).status).toBe(302)
    const intern = await ofTheTeam('Dany Essai')
    await rows(`update account_grant set profile = 'intern' where account_id = $1`, [intern.person.id])
    expect((await handOver({ accountId: intern.person.id }, cookie)).status).toBe(302)
  })
})
