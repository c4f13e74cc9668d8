import { beforeAll, describe, expect, it } from 'vitest'
import { mergeInput } from '#server/crm/merge/merge.schema.ts'
import { mergeOrganisations } from '#server/crm/merge/merge-organisations.server.ts'
import { undoMerge } from '#server/crm/merge/undo-merge.server.ts'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { getOrganisation } from '#server/crm/organisation/get-organisation.server.ts'
import { updateOrganisation } from '#server/crm/organisation/update-organisation.server.ts'
import { countYear } from '#server/dispositifs/figures/count-year.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aFollowedCall, anEditor } from '#tests/support/dispositif-follow-up.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
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

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, fields: Record<string, string | string[]>, as = cookie) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: as } })
const read = async (path: string, as = cookie) =>
  decoded(await (await app.request(path, { headers: { cookie: as } })).text())

const decision = (outcome: string, over: Record<string, string> = {}) => ({
  ...{ intent: 'decider', outcome, amountCents: '', decidedOn: '2026-11-20', vu: '0' },
  ...{ reference: '', comment: '', ...over },
})

async function publishedList() {
  const call = await aFollowedCall(database.superuser, staff)
  await send(`${DESK}/sessions/${call.session}`, { intent: 'publier', version: '1' })
  await send(`${DESK}/${call.id}`, { intent: 'publier', version: '1' })
  const { id, path } = await call.dossier({ title: 'Les ruches de la Vézère' })
  await send(path, decision('financed', { amountCents: '3 000' }))
  expect((await send(`${DESK}/sessions/${call.session}/laureats`, { intent: 'publier' })).status).toBe(302)
  return { call, id, open: `/so-cooperation/dispositifs/${call.slug}` }
}

describe('The public list of those who were retained', () => {
  it('loses at once a project that its holder renounces', async () => {
    const { call, id, open } = await publishedList()
    expect(await read(open, '')).toContain('Les ruches de la Vézère')
    const editor = await anEditor(database.superuser, call.network, id, 'so-cooperation')
    const said = { intent: 'desister', motif: 'Le partenaire s’est retiré.' }
    const sent = await send(`/so-cooperation/espace/dossiers/${id}`, said, await signedIn(app, editor))
    expect(sent.status, await sent.clone().text()).toBe(302)
    expect(await read(open, '')).not.toContain('Les ruches de la Vézère')
  })

  it('says the title that the team put right', async () => {
    const { id, open } = await publishedList()
    const [{ organisation_id: holders }] = await rows(
      'select organisation_id from dossier_holder where dossier_id = $1',
      [id],
    )
    const [{ version }] = await rows('select version from dossier where id = $1', [id])
    const sent = await send(`${DESK}/dossiers/${id}/modifier`, {
      ...{ version: String(version), holders, 'f.title': 'Les ruches de la Dordogne' },
      reason: 'La rivière était mal nommée.',
    })
    expect(sent.status, await sent.clone().text()).toBe(302)
    expect(await read(open, '')).toContain('Les ruches de la Dordogne')
  })
})

describe('The organisations of that list', () => {
  it('are named as they are now: renamed, made one, and two again', async () => {
    const { call, id, open } = await publishedList()
    const [{ organisation_id: first }] = await rows(
      'select organisation_id from dossier_holder where dossier_id = $1',
      [id],
    )
    const rename = async (name: string) => {
      const { version } = await getOrganisation(staff, first)
      await updateOrganisation(staff, first, version, anOrganisation({ name }))
    }
    await rename('Les Ruchers renommés')
    expect(await read(open, '')).toContain('Les Ruchers renommés')
    const { id: kept } = await createOrganisation(staff, anOrganisation({ name: 'Ruchers réunis d’essai' }))
    const versions = {
      left: (await getOrganisation(staff, kept)).version,
      right: (await getOrganisation(staff, first)).version,
    }
    await mergeOrganisations(staff, kept, first, mergeInput.parse({ kept: 'left', choices: {}, versions }))
    expect(await read(open, '')).toContain('Ruchers réunis d’essai')
    expect(await read(open, '')).not.toContain('Les Ruchers renommés')
    const [{ id: merge }] = await rows('select id from organisation_merge where kept_id = $1', [kept])
    await undoMerge(staff, merge)
    expect(await read(open, '')).toContain('Les Ruchers renommés')
    expect(call.session).toBeTruthy()
  })
})

describe('A letter sent twice by a double click', () => {
  const mails = async () => (await rows('select count(*)::int as n from outgoing_mail'))[0].n

  it('leaves once, alone or with others; asked for again from its page, it leaves again', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier({ state: 'financed' })
    await anEditor(database.superuser, call.network, id, 'so-cooperation')
    const dossier = path.replace('/suivi', '')
    const letters = async () =>
      (await rows('select 1 from dossier_letter where dossier_id = $1', [id])).length
    const openedAt = async (page: string) => /name="ouverte" value="([^"]+)"/.exec(await read(page))![1]!
    const alone = `${dossier}/lettres/envoyer`
    const form = { lettre: 'financed', ouverte: await openedAt(`${alone}?lettre=financed`) }
    const before = await mails()
    const both = await Promise.all([send(alone, form), send(alone, form)])
    expect(
      both.map(({ status, headers }) => [status, headers.get('location')?.includes('fait=lettre')]),
    ).toEqual([
      [302, true],
      [302, true],
    ])
    expect([await letters(), await mails()]).toEqual([1, before + 1])
    const several = `${DESK}/sessions/${call.session}/lettres`
    const ouverte = await openedAt(`${several}?lettre=financed`)
    for (const _ of [1, 2]) await send(several, { lettre: 'financed', ouverte, dossier: id })
    expect([await letters(), await mails()]).toEqual([2, before + 2])
  })
})

describe('A letter about an opinion', () => {
  it('does not bear the reasons of a decision that stands no more', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    await anEditor(database.superuser, call.network, id, 'so-cooperation')
    await send(path, decision('adjourned', { comment: 'Budget à revoir avant juin.' }))
    const dossier = path.replace('/suivi', '')
    const back = { intent: 'avancer', de: 'adjourned', vers: 'instructed', motif: '' }
    expect((await send(dossier, back)).status).toBe(302)
    const on = { intent: 'avancer', de: 'instructed', vers: 'opined', motif: 'Budget revu, avis favorable.' }
    expect((await send(dossier, on)).status).toBe(302)
    const letter = await read(`${dossier}/lettres/envoyer?lettre=opinion`)
    expect(letter).toContain('Budget revu, avis favorable.')
    expect(letter).not.toContain('Budget à revoir avant juin.')
  })
})

describe('The figures of a year', () => {
  it('count a dossier of the funder’s platform whose day of deposit nobody knows', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    await rows('update dispositif_session set year = 2044 where id = $1', [call.session])
    const { id } = await call.dossier({ state: 'financed' })
    await rows(`update dossier set origin = 'import', submitted_at = null where id = $1`, [id])
    const { sessions } = await countYear(staff, 2044)
    expect(sessions[0]).toMatchObject({ received: 1, instructed: 1, financed: 1, requestedCents: 500_000 })
  })
})
