import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import {
  aBeginner,
  aHolderCall,
  askWith,
  basesIn,
  HOLDER_FORM,
  WHOLE,
} from '#tests/support/dispositif-holder.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
let app: TestApp
let staff: StaffContext
let team: string
let slug: string

const both = (fr: string, en: string) => ({ fr, en })
/** Abroad, one says where; where, and one says with whom. */
const CONDITIONAL = {
  sections: [
    ...HOLDER_FORM.sections,
    {
      key: 'away',
      title: both('Ailleurs', 'Elsewhere'),
      fields: [
        { key: 'abroad', type: 'yes_no', label: both('Départ', 'Abroad'), required: true },
        {
          ...{ key: 'where', type: 'short_text', label: both('Où', 'Where'), required: true },
          showIf: { field: 'abroad', is: 'equals', value: true },
        },
      ],
    },
    {
      key: 'host',
      title: both('L’accueil', 'The host'),
      showIf: { field: 'where', is: 'filled' },
      fields: [{ key: 'with', type: 'short_text', label: both('Avec', 'With'), required: true }],
    },
  ],
}

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  team = await signedIn(app, staff.account)
  const call = await aHolderCall(database.superuser, staff)
  slug = call.slug
  await askWith(database.superuser, call.formId, CONDITIONAL)
})

type Fields = Record<string, string | string[]>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, cookie: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const dossier = async (id: string) =>
  (await rows('select state, answers from dossier where id = $1', [id]))[0]
const read = async (path: string, cookie: string) => (await app.request(path, { headers: { cookie } })).text()

const ABROAD = { 'f.abroad': 'yes', 'f.where': 'Ouidah', 'f.with': 'Le lycée de Ouidah' }

/** Deposited with these answers, and given back for the named ones. */
async function asked(answers: Fields, fields: string[]) {
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, slug)
  const bases = await basesIn(app, one.home, one.cookie)
  await send(`${one.home}/remplir`, one.cookie, { ...WHOLE, ...answers, bases })
  expect((await send(`${one.home}/verifier`, one.cookie, {})).status).toBe(302)
  const dueOn = new Date(clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 10)
  const reason = 'Dites-nous où cela se passe.'
  const desk = `/${network}/bureau/dispositifs/dossiers/${one.id}/porteur`
  expect((await send(desk, team, { intent: 'demander', reason, fields, dueOn })).status).toBe(302)
  const answer = async (given: Fields) =>
    send(`${one.home}/remplir`, one.cookie, {
      ...{ ...given, intent: 'repondre', reponse: '' },
      bases: await basesIn(app, one.home, one.cookie),
    })
  return { ...one, answer }
}

describe('A correction of a form with conditions', () => {
  it('does not demand a question whose condition is no longer met', async () => {
    const { answer, id } = await asked(ABROAD, ['abroad', 'where'])
    expect((await answer({ 'f.abroad': 'no', 'f.where': '' })).status).toBe(302)
    expect(await dossier(id)).toMatchObject({ state: 'submitted', answers: { abroad: false } })
  })

  it('opens what hangs from the named answer, and demands it once it shows', async () => {
    const { answer, id, home, cookie } = await asked({ 'f.abroad': 'no' }, ['abroad'])
    const page = await read(`${home}/remplir`, cookie)
    for (const name of ['f.abroad', 'f.where', 'f.with']) expect(page).toContain(`name="${name}"`)
    expect(page).not.toContain('name="f.story"')
    const refused = await answer({ 'f.abroad': 'yes', 'f.where': 'Ouidah' })
    expect(refused.status).toBe(422)
    expect((await dossier(id)).state).toBe('to_correct')
    expect((await answer(ABROAD)).status).toBe(302)
    expect((await dossier(id)).answers).toMatchObject({ where: 'Ouidah', with: 'Le lycée de Ouidah' })
  })

  it('shows a named answer by what the others say, although they are not on the page', async () => {
    const { answer, id, home, cookie } = await asked(ABROAD, ['with'])
    const page = await read(`${home}/remplir`, cookie)
    expect(page).toContain('name="f.with"')
    expect(page).not.toContain('name="f.where"')
    expect((await answer({ 'f.with': '' })).status).toBe(422)
    expect((await answer({ 'f.with': 'Une école', 'f.where': 'Ailleurs' })).status).toBe(302)
    expect((await dossier(id)).answers).toMatchObject({ where: 'Ouidah', with: 'Une école' })
  })
})
