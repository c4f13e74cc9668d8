import { beforeAll, describe, expect, it } from 'vitest'
import { remindHolders } from '#server/dispositifs/jobs/remind-holders.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { clientOf, useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
let app: TestApp
let staff: StaffContext

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
})

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, cookie: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })

/** A whole draft of a call of its own, which closes in so many seconds on the server's clock. */
async function wholeDraft(seconds: number) {
  const call = await aHolderCall(database.superuser, staff)
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, call.slug)
  await send(`${one.home}/remplir`, one.cookie, { ...WHOLE, bases: await basesIn(app, one.home, one.cookie) })
  const closesAt = new Date(clock.now().getTime() + seconds * 1000)
  await rows('update dispositif_session set closes_at = $1 where id = $2', [closesAt, call.session])
  return { ...one, session: call.session }
}
const stateOf = async (id: string) => (await rows('select state from dossier where id = $1', [id]))[0].state

describe('A deposit', () => {
  it('in the last second counts, and one after closing does not, whatever the browser’s clock', async () => {
    const inTime = await wholeDraft(600)
    const late = await wholeDraft(600)
    await rows('update dispositif_session set closes_at = $1 where id = any ($2)', [
      new Date(clock.now().getTime() + 60_000),
      [inTime.session, late.session],
    ])
    clock.forward(59)
    const counted = await send(`${inTime.home}/verifier`, inTime.cookie, { at: '2099-01-01T00:00:00Z' })
    expect(counted.status).toBe(302)
    clock.forward(1)
    const refused = await send(`${late.home}/verifier`, late.cookie, { at: '2001-01-01T00:00:00Z' })
    expect(refused.status).toBe(409)
    expect(decoded(await refused.text())).toContain('il est clos')
    expect([await stateOf(inTime.id), await stateOf(late.id)]).toEqual(['submitted', 'draft'])
  })

  it('that arrived in time and waited for another is in time', async () => {
    const { home, cookie, id } = await wholeDraft(30)
    const other = await clientOf(database.urls.superuser)
    try {
      await other.query('begin')
      await other.query('select 1 from dossier where id = $1 for update', [id])
      const sent = send(`${home}/verifier`, cookie, {})
      for (let waiting = false; !waiting; )
        waiting =
          (
            await rows(
              `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
            )
          ).length > 0
      clock.forward(120)
      await other.query('commit')
      expect((await sent).status).toBe(302)
    } finally {
      await other.end()
    }
    const [{ submitted_at, closes_at }] = await rows(
      `select d.submitted_at, s.closes_at from dossier d join dispositif_session s on s.id = d.session_id where d.id = $1`,
      [id],
    )
    expect(submitted_at < closes_at).toBe(true)
  })

  it('asked twice at once is one deposit, with one receipt', async () => {
    const { home, cookie, id, email } = await wholeDraft(600)
    const both = await Promise.all([1, 2].map(() => send(`${home}/verifier`, cookie, {})))
    expect(both.map(({ status }) => status)).toEqual([302, 302])
    expect(await rows('select 1 from dossier_move where dossier_id = $1 and nth > 0', [id])).toHaveLength(1)
    const received = (await mailsTo(database.superuser, email)).filter(
      ({ props }) => props.what === 'received',
    )
    expect(received).toHaveLength(1)
  })
})

describe('Who has a draft', () => {
  it('is reminded once before the call closes, and nobody whose dossier is deposited', async () => {
    const draft = await wholeDraft(2 * 86_400)
    const deposited = await wholeDraft(2 * 86_400)
    await send(`${deposited.home}/verifier`, deposited.cookie, {})
    const told = async (email: string) =>
      (await mailsTo(database.superuser, email)).filter(({ props }) => props.what === 'closing').length
    await remindHolders(clock)
    await remindHolders(clock)
    expect([await told(draft.email), await told(deposited.email)]).toEqual([1, 0])
  })
})
