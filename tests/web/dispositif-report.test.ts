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
import { decoded } from '#tests/support/html-elements.ts'
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
const COUNTED = {
  sections: [
    ...HOLDER_FORM.sections,
    {
      key: 'means',
      title: both('Moyens', 'Means'),
      fields: [
        { key: 'people', type: 'head_count', label: both('Jeunes', 'Young people'), fact: 'planned' },
        { key: 'budget', type: 'budget', label: both('Budget', 'Budget'), fact: 'budget' },
      ],
    },
  ],
}

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  team = await signedIn(app, staff.account)
  const call = await aHolderCall(database.superuser, staff)
  slug = call.slug
  await askWith(database.superuser, call.formId, COUNTED)
})

type Fields = Record<string, string>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, cookie: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
/** As a person reads it: spaces that do not break are spaces. */
const read = async (path: string, cookie: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text()).replace(/[\u00a0\u202f]/g, ' ')

/** Two lines a side: what they are and what they cost, in the order of the form. */
const budget = (food: string, travel: string, own: string) => ({
  ...{ 'f.budget.expense.cash.0.heading': 'food', 'f.budget.expense.cash.0.cents': food },
  ...{ 'f.budget.expense.cash.1.heading': 'travel', 'f.budget.expense.cash.1.cents': travel },
  ...{ 'f.budget.income.cash.0.funder': 'own', 'f.budget.income.cash.0.cents': own },
})
const people = (name: string, total: string, girls: string, boys: string) => ({
  ...{ [`f.${name}.french.total`]: total, [`f.${name}.french.girls`]: girls },
  ...{ [`f.${name}.french.boys`]: boys },
})

/** Financed as it was planned, its action over. */
async function done() {
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, slug)
  await send(`${one.home}/remplir`, one.cookie, {
    ...{ ...WHOLE, ...people('people', '22', '12', '10'), ...budget('1 000', '3 000', '4 000') },
    bases: await basesIn(app, one.home, one.cookie),
  })
  expect((await send(`${one.home}/verifier`, one.cookie, {})).status).toBe(302)
  for (const state of ['complete', 'eligible', 'instructed', 'opined', 'financed'])
    await rows(`update dossier set state = $1, moved_at = now(), move_reason = '' where id = $2`, [
      state,
      one.id,
    ])
  expect((await send(one.home, one.cookie, { intent: 'realiser' })).status).toBe(302)
  return { ...one, report: `${one.home}/bilan` }
}
const stateOf = async (id: string) => (await rows('select state from dossier where id = $1', [id]))[0].state
const TEXT = { 'f.body': 'Le potager est planté.' }

describe('A final report of a dossier with a budget', () => {
  it('begins with the lines that were planned, their amounts to be found', async () => {
    const { report, cookie } = await done()
    const page = await read(report, cookie)
    expect(page).toContain('Budget réalisé')
    expect(page).toMatch(/name="f\.budget\.expense\.cash\.1\.cents"[^>]*value=""/)
    expect(page).not.toContain('name="f.spent"')
  })

  it('is kept while it does not balance, and is sent once it does', async () => {
    const { report, cookie, id } = await done()
    const uneven = { ...TEXT, ...people('achieved', '21', '8', '13'), ...budget('500', '3 750', '4 000') }
    expect((await send(report, cookie, { ...uneven, intent: 'garder' })).status).toBe(302)
    const refused = await send(report, cookie, { ...uneven, intent: 'envoyer' })
    expect(refused.status).toBe(422)
    expect(await stateOf(id)).toBe('done')
    const even = { ...uneven, ...budget('500', '3 750', '4 250') }
    expect((await send(report, cookie, { ...even, intent: 'envoyer' })).status).toBe(302)
    expect(await stateOf(id)).toBe('report_received')
    expect(await rows('select spent_cents from dossier_report where dossier_id = $1', [id])).toEqual([
      { spent_cents: 425_000 },
    ])
  })

  it('does not close while a total and its parts differ, whatever its budget', async () => {
    const { report, cookie, id } = await done()
    const sent = { ...TEXT, ...people('achieved', '22', '8', '13'), ...budget('1 000', '3 000', '4 000') }
    expect((await send(report, cookie, { ...sent, intent: 'envoyer' })).status).toBe(422)
    expect(await stateOf(id)).toBe('done')
  })

  it('sets money and people beside what was planned, for its holder and for the team', async () => {
    const { report, cookie, id } = await done()
    const sent = { ...TEXT, ...people('achieved', '21', '8', '13'), ...budget('500', '3 750', '4 250') }
    await send(report, cookie, { ...sent, intent: 'envoyer' })
    const desk = `/${network}/bureau/dispositifs/dossiers/${id}/suivi`
    for (const page of [await read(report, cookie), await read(desk, team)]) {
      expect(page).toContain('Le potager est planté.')
      const cells = [...page.matchAll(/<t[hd][^>]*>([^<]*)<\/t[hd]>/g)].map(([, text]) => text)
      expect(cells.join('|')).toContain('Transport international|3 000 €|3 750 €|+750 €|+25 %')
      expect(cells.join('|')).toContain('Restauration|1 000 €|500 €|-500 €|-50 %')
      expect(page.replace(/<[^>]*>/g, ' ')).toMatch(/Filles\s+12\s+8\s+-4/)
    }
  })
})
