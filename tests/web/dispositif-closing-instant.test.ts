import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBoundPerson } from '#tests/support/dispositif-follow-up.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const network = 'so-cooperation'

/** Goes forward as others do until it is stopped at an instant, to the millisecond. */
function stoppableClock() {
  const running = forwardClock()
  let stopped: Date | null = null
  return {
    now: () => stopped ?? running.now(),
    forward: running.forward,
    stopAt: (at: Date | null) => {
      stopped = at
    },
  }
}
const clock = stoppableClock()
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
const read = async (path: string, cookie: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const dossier = async (id: string) =>
  (await rows('select id, state, title, submitted_at, sponsor_id from dossier where id = $1', [id]))[0]

/** A whole draft, and the instant at which its call closes. */
async function wholeDraft(steps = ['instruction']) {
  clock.stopAt(null)
  const call = await aHolderCall(database.superuser, staff, { steps })
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, call.slug)
  await send(`${one.home}/remplir`, one.cookie, { ...WHOLE, bases: await basesIn(app, one.home, one.cookie) })
  const closesAt = new Date(clock.now().getTime() + 60_000)
  closesAt.setMilliseconds(0)
  await rows('update dispositif_session set closes_at = $1 where id = $2', [closesAt, call.session])
  return { ...one, closesAt }
}
const past = (at: Date, milliseconds: number) => new Date(at.getTime() + milliseconds)
/** What a browser might say of its own time, which nobody asks it. */
const LIES = { at: '2001-01-01T00:00:00Z', date: '2001-01-01', submittedAt: '2001-01-01T00:00:00.000Z' }

describe('A deposit that arrives', () => {
  it('a thousandth of a second before closing counts, dated from when it came in', async () => {
    const { home, cookie, id, closesAt } = await wholeDraft()
    clock.stopAt(past(closesAt, -1))
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
    expect(await dossier(id)).toMatchObject({ state: 'submitted', submitted_at: past(closesAt, -1) })
  })

  it.each([
    ['at the instant of closing', 0],
    ['a thousandth of a second after it', 1],
    ['a day after it', 86_400_000],
  ])(
    '%s does not, whatever the form says of time; the draft is kept, and its holder told',
    async (_, late) => {
      const { home, cookie, id, closesAt } = await wholeDraft()
      clock.stopAt(past(closesAt, late))
      const refused = await send(`${home}/verifier?at=${LIES.at}`, cookie, LIES)
      expect(refused.status).toBe(409)
      const told = decoded(await refused.text())
      expect(told).toContain('rien n’a été déposé')
      expect(told).toContain('Votre brouillon est gardé')
      expect(told).not.toContain('Déposer le dossier')
      expect(await dossier(id)).toMatchObject({
        ...{ state: 'draft', title: WHOLE['f.title'], submitted_at: null },
      })
      expect(await read(`${home}/remplir`, cookie)).toContain(WHOLE['f.story'])
      expect(await rows('select 1 from dossier_move where dossier_id = $1 and nth > 0', [id])).toHaveLength(0)
    },
  )
})

describe('The validation of a sponsor that arrives', () => {
  it.each([
    ['a thousandth of a second before closing counts', -1, 302, 'submitted'],
    ['at the instant of closing does not', 0, 422, 'awaiting_sponsor'],
  ])('%s', async (_, late, status, state) => {
    const { home, cookie, id, closesAt } = await wholeDraft(['sponsor', 'instruction'])
    const [{ organisation_id: sponsor }] = await rows(
      'select organisation_id from dossier_holder where dossier_id = $1',
      [id],
    )
    await rows('update dossier set sponsor_id = $2 where id = $1', [id, sponsor])
    expect((await send(`${home}/verifier`, cookie, {})).status).toBe(302)
    const person = await aBoundPerson(database.superuser, network, 'sponsor', sponsor)
    const theirs = await signedIn(app, person)
    clock.stopAt(past(closesAt, late))
    const answer = await send(`/${network}/espace/parrainages/${id}`, theirs, {
      ...LIES,
      intent: 'valider',
    })
    expect(answer.status, await answer.clone().text()).toBe(status)
    expect((await dossier(id)).state).toBe(state)
  })
})
