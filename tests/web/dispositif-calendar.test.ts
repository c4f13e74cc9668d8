import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { aPerson } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  jury = juryOf(app, database.superuser, staff, await signedIn(app, staff.account))
})

type Reader = Awaited<ReturnType<ReturnType<typeof juryOf>['aReader']>>

const sent = (reader: Reader, intent: string, network = 'so-cooperation') =>
  app.request('/compte/agendas', {
    ...{ method: 'POST', headers: { cookie: reader.cookie } },
    body: new URLSearchParams({ intent, network }),
  })

async function anAddress(reader: Reader) {
  const page = decoded(await (await sent(reader, 'creer')).text())
  return new URL(/value="([^"]+instruction\.ics)"/.exec(page)![1]!).pathname
}

/** A reader who declared, with a file to read by a day. */
async function aBusyReader(name: string) {
  const session = await jury.aSession(await jury.aDispositif('isi'))
  const [file] = await jury.filesOf(session, 1)
  const reader = await jury.aReader(name)
  await jury.choose(session, [reader])
  await jury.distribute(session, 1)
  await jury.declare(reader, session)
  return { reader, file: file! }
}

describe('A calendar that a phone follows', () => {
  it('opens without signing in, with one’s own due days and nothing of a file', async () => {
    const { reader, file } = await aBusyReader('Ana Agenda')
    const address = await anAddress(reader)
    const answer = await app.request(address)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    const text = await answer.text()
    expect(text).toContain('BEGIN:VEVENT')
    expect(text).toContain('20260301')
    const [holder] = await jury.rows(
      'select o.name from dossier_holder h join organisation o on o.id = h.organisation_id where dossier_id = $1',
      [file],
    )
    expect(text).not.toContain(file)
    expect(text.replaceAll('\r\n ', '')).not.toContain(holder.name)
    const { reader: other } = await aBusyReader('Bo Agenda')
    const theirs = await (await app.request(await anAddress(other))).text()
    expect(theirs.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    const [kept] = await jury.rows(
      'select token_hash from calendar_subscription s join account a on a.id = s.account_id where a.email = $1',
      [reader.email],
    )
    expect(address).not.toContain(kept.token_hash)
  })

  it('is gone at its former address once it is changed, closed, or its reader has left', async () => {
    const { reader } = await aBusyReader('Ana Rotation')
    const first = await anAddress(reader)
    const second = await anAddress(reader)
    expect((await app.request(first)).status).toBe(404)
    expect((await app.request(second)).status).toBe(200)
    expect((await app.request(second.replace('so-cooperation', 'gescod'))).status).toBe(404)
    await sent(reader, 'arreter')
    expect((await app.request(second)).status).toBe(404)
    const third = await anAddress(reader)
    await jury.send(`${jury.desk}/vivier/${reader.id}`, { intent: 'retirer' })
    expect((await app.request(third)).status).toBe(404)
  })

  it('leaves a line of history when its address is made or closed, and never its secret', async () => {
    const { reader } = await aBusyReader('Ana Historique')
    const address = await anAddress(reader)
    await sent(reader, 'arreter')
    await sent(reader, 'arreter')
    const lines = await jury.rows(
      `select e.action, e.changes::text from audit_entry e join account a on a.id = e.account_id
       where a.email = $1 and e.object_type = 'calendar_subscription' order by e.at, e.id`,
      [reader.email],
    )
    expect(lines.map(({ action }) => action)).toEqual([
      'calendar_subscription.renewed',
      'calendar_subscription.stopped',
    ])
    const [, secret] = /agenda\/([^/]+)\//.exec(address)!
    expect(JSON.stringify(lines)).not.toContain(secret)
    const admin = await aPerson(database.superuser, { 'so-cooperation': 'admin' })
    const headers = { cookie: await signedIn(app, admin) }
    const history = await app.request('/so-cooperation/bureau/journal', { headers })
    expect(decoded(await history.text())).toContain('Ana Historique a supprimé son adresse d’agenda')
  })

  it('is made by who instructs in that network, and by nobody else', async () => {
    const { reader } = await aBusyReader('Ana Ailleurs')
    expect((await sent(reader, 'creer', 'gescod')).status).toBe(403)
    expect((await sent(reader, 'creer', 'inconnu')).status).toBe(404)
    expect((await app.request('/so-cooperation/agenda/jamais-donnee/instruction.ics')).status).toBe(404)
  })
})
