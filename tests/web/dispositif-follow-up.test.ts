import { beforeAll, describe, expect, it } from 'vitest'
import { forgetImportsPastTheirDay } from '#server/dispositifs/jobs/forget-imports.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aFollowedCall } from '#tests/support/dispositif-follow-up.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const DESK = '/so-cooperation/bureau/dispositifs'
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string | string[]>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const read = async (path: string, as = cookie) =>
  decoded(await (await app.request(path, { headers: { cookie: as } })).text())

const financed = (amountCents: string) => ({
  ...{ intent: 'decider', outcome: 'financed', amountCents, decidedOn: '2026-11-20', vu: '0' },
  ...{ reference: 'CN-12', comment: '' },
})

async function published(session: string, dispositif: string) {
  await send(`${DESK}/sessions/${session}`, { intent: 'publier', version: '1' })
  await send(`${DESK}/${dispositif}`, { intent: 'publier', version: '1' })
}

describe('The follow-up of a session', () => {
  it('tells what was asked and granted, and whose files are where', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { path } = await call.dossier({ title: 'Un four solaire', cents: 600_000 })
    await send(path, financed('4 500'))
    const page = await read(`${DESK}/sessions/${call.session}/suivi`)
    expect(page).toContain('Un four solaire')
    expect(page).toMatch(/4\s500\s€/)
    expect(page).toMatch(/6\s000\s€/)
  })
})

describe('The list of those who were retained', () => {
  it('is on the public page once it is published, without amounts unless they are asked for, and leaves', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { path } = await call.dossier({ title: 'Le verger des deux rives' })
    await call.dossier({ title: 'Resté dans l’ombre' })
    await send(path, financed('3 700'))
    await published(call.session, call.id)
    const open = `/so-cooperation/dispositifs/${call.slug}`
    expect(await read(open, '')).not.toContain('Le verger des deux rives')
    const laureates = `${DESK}/sessions/${call.session}/laureats`
    expect((await send(laureates, { intent: 'publier' })).status).toBe(302)
    const shown = await read(open, '')
    expect(shown).toContain('Le verger des deux rives')
    expect(shown).not.toContain('Resté dans l’ombre')
    expect(shown).not.toMatch(/3\s700/)
    await send(laureates, { intent: 'publier', montants: 'oui' })
    expect(await read(open, '')).toMatch(/3\s700\s€/)
    await send(laureates, { intent: 'retirer' })
    expect(await read(open, '')).not.toContain('Le verger des deux rives')
  })
})

describe('A financed dossier', () => {
  it('becomes a project of the panorama in one click, and never two', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path, holder } = await call.dossier({ title: 'Un pont sur la Vienne' })
    await send(path, financed('3 000'))
    for (const _ of [1, 2]) await send(path, { intent: 'publier' })
    const projects = await rows(`select p.id, h.organisation_id from project p
      join project_holder h on h.project_id = p.id where p.title = 'Un pont sur la Vienne'`)
    expect(projects).toHaveLength(1)
    expect(projects[0].organisation_id).toBe(holder)
    expect(await read(path)).toContain(`/bureau/projets/${projects[0].id}`)
    expect(id).toBeTruthy()
  })
})

describe('What makes a dispositif known', () => {
  const action = (dispositif: string, fields: Fields = {}) => ({
    ...{ kind: 'support', happenedOn: '2025-03-12', title: 'Atelier budget', place: 'Niort', people: '14' },
    ...{ organisations: '9', note: '', dispositifs: dispositif, colleagues: staff.account.id, ...fields },
  })

  it('is noted with how many came, listed by its year and given as a table', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const sent = await send(`${DESK}/actions/nouvelle`, action(call.id))
    expect(sent.status).toBe(302)
    expect(await read(`${DESK}/actions?annee=2025`)).toContain('Atelier budget')
    expect(await read(`${DESK}/actions?annee=2024`)).not.toContain('Atelier budget')
    const table = await (
      await app.request(`${DESK}/actions/exporter?annee=2025`, { headers: { cookie } })
    ).text()
    expect(table).toContain('Atelier budget')
    expect(table).toContain('Niort')
  })

  it('without a scheme or with a count that is none is refused at the field, and kept', async () => {
    const refused = await send(
      `${DESK}/actions/nouvelle`,
      action('', { people: 'beaucoup', dispositifs: [] }),
    )
    expect(refused.status).toBe(422)
    const page = decoded(await refused.text())
    expect(page).toContain('Atelier budget')
    expect(page).toContain('beaucoup')
  })
})

describe('Decisions in a spreadsheet', () => {
  const upload = async (session: string, lines: string[]) => {
    const body = new FormData()
    body.append('file', new File([lines.join('\n')], 'decisions.csv', { type: 'text/csv' }))
    return app.request(`${DESK}/sessions/${session}/decisions`, { method: 'POST', body, headers: { cookie } })
  }

  it('are told line by line, then written all at once or not at all', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const [one, two] = [await call.dossier(), await call.dossier()]
    const sent = await upload(call.session, [
      'Numéro;Décision;Montant;Date',
      '1;financé;4000;20/11/2026',
      '2;refusé;;20/11/2026',
      '9;financé;1000;20/11/2026',
    ])
    expect(sent.status, await sent.clone().text()).toBe(302)
    const page = sent.headers.get('location')!
    const told = await read(page)
    expect(told).toContain('4')
    expect(
      (await rows('select 1 from dossier_decision where dossier_id = any ($1)', [[one.id, two.id]])).length,
    ).toBe(0)
    const annoncees = /name="annoncees" value="(\d+)"/.exec(told)![1]!
    await send(page, { intent: 'ecrire', annoncees })
    const states = await rows(
      'select state, granted_cents from dossier where id = any ($1) order by number',
      [[one.id, two.id]],
    )
    expect(states[0]).toEqual({ state: 'financed', granted_cents: 400_000 })
  })

  it('say line by line which amount is above the request or what is left of the envelope, and are still written', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const ids: string[] = []
    for (let nth = 0; nth < 4; nth++) ids.push((await call.dossier()).id)
    await rows('update dispositif_session set envelope_cents = 1500000 where id = $1', [call.session])
    const lines = ['1;financé;5000', '2;financé;6000', '3;financé;5000', '4;financé;4000']
    const page = (await upload(call.session, ['Numéro;Décision;Montant', ...lines])).headers.get('location')!
    const told = (await read(page)).replace(/[\u00a0\u202f]/g, ' ')
    expect(told.match(/Ce montant dépasse la demande/g)).toHaveLength(1)
    expect(told).toContain('Ce montant dépasse ce qui reste de l’enveloppe (4 000 €)')
    expect(told).toContain('Ce montant dépasse ce qui reste de l’enveloppe (-1 000 €)')
    expect(told).toContain('3 montants dépassent la demande ou ce qui reste de l’enveloppe')
    expect((await send(page, { intent: 'ecrire', annoncees: '4' })).status).toBe(302)
    const states = await rows('select distinct state from dossier where id = any ($1)', [ids])
    expect(states).toEqual([{ state: 'financed' }])
  })

  it('are kept ninety days with their lines, then forgotten by night: what they decided stays', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const [one, two] = [await call.dossier(), await call.dossier()]
    const lines = [
      'Numéro;Décision;Montant;Date;Motif',
      '1;financé;4000;20/11/2026;',
      '2;refusé;;20/11/2026;Secret',
    ]
    const page = (await upload(call.session, lines)).headers.get('location')!
    const left = (await upload(call.session, lines)).headers.get('location')!
    await send(page, { intent: 'ecrire', annoncees: '2' })
    const kept = async () =>
      (await rows('select rows::text from decision_import where session_id = $1', [call.session])).filter(
        (row) => row.rows.includes('Secret'),
      ).length
    const daysLater = (days: number) => ({ now: () => new Date(Date.now() + days * 86_400_000) })
    await forgetImportsPastTheirDay(daysLater(89))
    expect(await kept()).toBe(2)
    await forgetImportsPastTheirDay(daysLater(91))
    expect(await kept()).toBe(0)
    expect(await read(left)).not.toContain('name="annoncees"')
    expect((await send(left, { intent: 'ecrire', annoncees: '2' })).status).not.toBe(302)
    const states = await rows('select state from dossier where id = any ($1) order by number', [
      [one.id, two.id],
    ])
    expect(states).toEqual([{ state: 'financed' }, { state: 'refused' }])
  })
})
