import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import { remindHolders } from '#server/dispositifs/jobs/remind-holders.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
const DESK = `/${network}/bureau/dispositifs`
let app: TestApp
let staff: StaffContext
let team: string
let slug: string

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  team = await signedIn(app, staff.account)
  slug = (await aHolderCall(database.superuser, staff)).slug
})

type Fields = Record<string, string | string[]>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const read = async (path: string, cookie: string) =>
  decoded(await (await app.request(path, { headers: { cookie } })).text())
const send = (path: string, cookie: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const dossier = async (id: string) => (await rows('select * from dossier where id = $1', [id]))[0]
const dayIn = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10)

async function deposited() {
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, slug)
  await send(`${one.home}/remplir`, one.cookie, { ...WHOLE, bases: await basesIn(app, one.home, one.cookie) })
  expect((await send(`${one.home}/verifier`, one.cookie, {})).status).toBe(302)
  return { ...one, desk: `${DESK}/dossiers/${one.id}/porteur` }
}
const ASK = { intent: 'demander', reason: 'Le récit est trop court : racontez une journée.' }

describe('A correction', () => {
  it('opens the named answers and no other, and comes back to the team answered', async () => {
    const { home, cookie, id, desk, email } = await deposited()
    expect((await send(desk, team, { ...ASK, fields: ['story'], dueOn: dayIn(7) })).status).toBe(302)
    expect((await dossier(id)).state).toBe('to_correct')
    const told = (await mailsTo(database.superuser, email)).at(-1)!
    expect(told.props).toMatchObject({ what: 'correction', reason: ASK.reason })
    const page = await read(`${home}/remplir`, cookie)
    expect(page).toContain('racontez une journée')
    expect(page).toContain('name="f.story"')
    expect(page).not.toContain('name="f.requested"')
    const bases = await basesIn(app, home, cookie)
    const sent = await send(`${home}/remplir`, cookie, {
      ...{ 'f.story': 'À six heures, on arrose.', 'f.requested': '1', 'f.title': 'Autre', bases },
      ...{ intent: 'repondre', reponse: 'C’est fait.' },
    })
    expect(sent.status).toBe(302)
    const after = await dossier(id)
    expect(after).toMatchObject({
      state: 'submitted',
      title: 'Un potager à Ouidah',
      requested_cents: 400_000,
    })
    expect(after.answers.story).toBe('À six heures, on arrose.')
    expect(await read(desk, team)).toContain('C’est fait.')
  })

  it('without words, without a field or for yesterday is refused, and keeps what was typed', async () => {
    const { desk, id } = await deposited()
    const refused = await send(desk, team, { ...ASK, fields: [], reason: 'Gardé tel quel', dueOn: dayIn(-1) })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Gardé tel quel')
    const late = await send(desk, team, { ...ASK, fields: ['story'], dueOn: dayIn(-1) })
    expect(decoded(await late.text())).toContain('Ce jour est passé')
    expect((await dossier(id)).state).toBe('submitted')
  })

  it('is reminded once before its day, told late after it, and can be cancelled', async () => {
    const { desk, home, cookie, id, email } = await deposited()
    await send(desk, team, { ...ASK, fields: ['story'], dueOn: dayIn(3) })
    clock.forward(2 * 86_400)
    await remindHolders(clock)
    await remindHolders(clock)
    const reminded = (await mailsTo(database.superuser, email)).filter(
      ({ props }) => props.what === 'correctionSoon',
    )
    expect(reminded).toHaveLength(1)
    clock.forward(3 * 86_400)
    expect(await read(home, cookie)).toContain('Corrections attendues depuis le')
    expect((await send(desk, team, { intent: 'annuler' })).status).toBe(302)
    expect((await dossier(id)).state).toBe('submitted')
    expect(await read(home, cookie)).not.toContain('Corrections attendues depuis le')
  })
})

describe('A dossier that the team entered', () => {
  it('is confirmed and completed by the holder that was invited, who retypes nothing', async () => {
    const call = await aHolderCall(database.superuser, staff, { intake: 'elsewhere' })
    const { id: holder } = await createOrganisation(staff, anOrganisation({ name: 'Porteuse invitée' }))
    const entered = await send(`${DESK}/sessions/${call.session}/saisir`, team, {
      ...{ holders: holder, deposited: 'oui', 'f.title': 'Saisi par l’équipe', 'f.requested': '3 000' },
    })
    expect(entered.status).toBe(302)
    const id = entered.headers.get('location')!.split('?')[0]!.split('/').at(-1)!
    const email = `invitee.${Math.random().toString(36).slice(2, 8)}@essai.example`
    const desk = `${DESK}/dossiers/${id}/porteur`
    expect((await send(desk, team, { intent: 'inviter', email, name: 'Sacha Essai' })).status).toBe(302)
    const { link, props } = (await mailsTo(database.superuser, email)).at(-1)!
    expect(props.what).toBe('complete')
    const opened = await app.request(link, { method: 'POST', body: form({}) })
    const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
    const home = `/${network}/espace/dossiers/${id}`
    expect(await read(`${home}/remplir`, cookie)).toContain('Saisi par l’équipe')
    const bases = await basesIn(app, home, cookie)
    await send(`${home}/remplir`, cookie, {
      'f.title': 'Saisi par l’équipe',
      'f.requested': '3 000',
      'f.story': 'Notre récit',
      bases,
    })
    expect((await send(home, cookie, { intent: 'confirmer' })).status).toBe(302)
    const after = await dossier(id)
    expect(after).toMatchObject({ title: 'Saisi par l’équipe', state: 'submitted' })
    expect(after.answers.story).toBe('Notre récit')
    expect(await read(desk, team)).toContain('Confirmé par le porteur le')
  })
})

describe('A final report', () => {
  async function done() {
    const one = await deposited()
    const path = ['complete', 'eligible', 'instructed', 'opined', 'financed']
    for (const state of path)
      await rows(`update dossier set state = $1, moved_at = now(), move_reason = '' where id = $2`, [
        state,
        one.id,
      ])
    expect((await send(one.home, one.cookie, { intent: 'realiser' })).status).toBe(302)
    expect((await dossier(one.id)).state).toBe('done')
    return one
  }
  const count = (total: string) => ({
    ...{ 'f.achieved.french.total': total, 'f.achieved.french.girls': '8', 'f.achieved.french.boys': '13' },
    ...{ 'f.spent': '3 950', 'f.body': 'Le potager est planté.' },
  })

  it('is held open while a total and its parts differ, and is sent once they agree', async () => {
    const { home, cookie, id } = await done()
    const refused = await send(`${home}/bilan`, cookie, { ...count('22'), intent: 'envoyer' })
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('Le total et le détail ne s’accordent pas')
    expect((await dossier(id)).state).toBe('done')
    await send(`${home}/bilan`, cookie, { ...count('22'), intent: 'garder' })
    expect(await read(`${home}/bilan`, cookie)).toContain('Le potager est planté.')
    const sent = await send(`${home}/bilan`, cookie, { ...count('21'), intent: 'envoyer' })
    expect(sent.status, await sent.clone().text()).toBe(302)
    const after = await dossier(id)
    expect(after.state).toBe('report_received')
    expect(after.achieved.french).toMatchObject({ total: 21, girls: 8, boys: 13 })
  })

  it('is not written where the holder renounces, which wants a reason', async () => {
    const one = await deposited()
    for (const state of ['complete', 'eligible', 'instructed', 'opined', 'financed'])
      await rows(`update dossier set state = $1, moved_at = now(), move_reason = '' where id = $2`, [
        state,
        one.id,
      ])
    expect((await send(one.home, one.cookie, { intent: 'desister', motif: '' })).status).toBe(422)
    expect(
      (await send(one.home, one.cookie, { intent: 'desister', motif: 'Le partenaire se retire.' })).status,
    ).toBe(302)
    expect((await dossier(one.id)).state).toBe('renounced')
  })
})
