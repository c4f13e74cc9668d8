import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const network = 'so-cooperation'
const clock = forwardClock()
let app: TestApp
let staff: StaffContext

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
})

const SIREN = '552100554'
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, cookie: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })

/** Drafts of one organisation, each begun by somebody of their own, and whole. */
async function drafts(count: number) {
  const { slug } = await aHolderCall(database.superuser, staff, { files: 1 })
  const all = []
  for (let nth = 0; nth < count; nth++) {
    const one = await aBeginner({ app, clock, superuser: database.superuser, network }, slug, {
      identifier: SIREN,
    })
    const bases = await basesIn(app, one.home, one.cookie)
    expect((await send(`${one.home}/remplir`, one.cookie, { ...WHOLE, bases })).status).toBe(200)
    all.push(one)
  }
  return all
}

describe('A call of one file for each holder', () => {
  it('takes the first that is deposited, whatever others have begun in its name', async () => {
    const [first, second] = await drafts(2)
    expect((await send(`${first!.home}/verifier`, first!.cookie, {})).status).toBe(302)
    expect((await send(`${second!.home}/verifier`, second!.cookie, {})).status).toBe(422)
  })

  it('takes one of two that are deposited at once', async () => {
    const both = await drafts(2)
    const answers = await Promise.all(both.map(({ home, cookie }) => send(`${home}/verifier`, cookie, {})))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([302, 422])
  })
})

describe('Somebody invited to write a dossier that is merged into another', () => {
  it('comes by the link of their mail to the one that stays', async () => {
    const [gone, kept] = await drafts(2)
    const email = 'attendue@essai.example'
    expect(
      (await send(`${gone!.home}/equipe`, gone!.cookie, { intent: 'inviter', email, name: 'Alix' })).status,
    ).toBe(302)
    const desk = `/${network}/bureau/dispositifs/dossiers/${gone!.id}/rapprocher`
    const merged = await send(desk, await signedIn(app, staff.account), {
      ...{ intent: 'fusionner', autre: kept!.id, motif: 'Déposé deux fois.' },
    })
    expect(merged.status).toBe(302)
    const { link } = (await mailsTo(database.superuser, email)).at(-1)!
    const opened = await app.request(link, { method: 'POST', body: form({}) })
    expect(opened.headers.get('location')).toContain(kept!.id)
    expect(await rows('select dossier_id from dossier_editor where email = $1', [email])).toEqual([
      { dossier_id: kept!.id },
    ])
  })
})
