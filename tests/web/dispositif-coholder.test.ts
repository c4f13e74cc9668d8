import { beforeAll, describe, expect, it } from 'vitest'
import { createOrganisation } from '#server/crm/organisation/create-organisation.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBeginner, aHolderCall, basesIn, WHOLE } from '#tests/support/dispositif-holder.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { anOrganisation } from '#tests/support/organisations.ts'
import { aPerson } from '#tests/support/people.ts'
import { forwardClock } from '#tests/support/public-form.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const network = 'so-cooperation'
let app: TestApp
let staff: StaffContext
let slug: string

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await staffOf(database.superuser, network)
  slug = (await aHolderCall(database.superuser, staff)).slug
})

type Fields = Record<string, string>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, cookie: string, fields: Fields) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const get = (path: string, cookie: string) => app.request(path, { headers: { cookie } })
const read = async (path: string, cookie: string) => decoded(await (await get(path, cookie)).text())

/** A draft that two organisations carry. */
async function carriedByTwo() {
  const one = await aBeginner({ app, clock, superuser: database.superuser, network }, slug)
  const name = `Coporteuse ${one.id.slice(-6)}`
  const { id: other } = await createOrganisation(staff, anOrganisation({ name }))
  await rows(
    `insert into dossier_holder (network_id, dossier_id, organisation_id, lead)
     select network_id, id, $2, false from dossier where id = $1`,
    [one.id, other],
  )
  return { ...one, other, otherName: name }
}

/** Invited by the page, come by the link of the mail. */
async function joining(at: { home: string; cookie: string }, given: Fields) {
  const email = `invitee.${Math.random().toString(36).slice(2, 8)}@essai.example`
  const sent = await send(`${at.home}/equipe`, at.cookie, {
    ...{ intent: 'inviter', name: 'Sacha Essai', email },
    ...given,
  })
  expect(sent.status, await sent.clone().text()).toBe(302)
  const { link } = (await mailsTo(database.superuser, email)).at(-1)!
  const opened = await app.request(link, { method: 'POST', body: form({}) })
  return { email, cookie: opened.headers.get('set-cookie')!.split(';')[0]! }
}

describe('A dossier that two organisations carry', () => {
  it('is written with the same rights by people of the second, who find it in their space', async () => {
    const one = await carriedByTwo()
    const theirs = await joining(one, { organisationId: one.other, access: 'write' })
    expect(await read(`/${network}/espace`, theirs.cookie)).toContain(one.home)
    const page = await read(one.home, theirs.cookie)
    expect(page).toContain(`${one.otherName} · écrit le dossier`)
    await send(`${one.home}/remplir`, theirs.cookie, {
      ...WHOLE,
      bases: await basesIn(app, one.home, theirs.cookie),
    })
    expect((await send(`${one.home}/verifier`, theirs.cookie, {})).status).toBe(302)
    expect(await rows('select state from dossier where id = $1', [one.id])).toEqual([{ state: 'submitted' }])
  })

  it('is read and nothing more by who was invited to read it', async () => {
    const one = await carriedByTwo()
    await send(`${one.home}/remplir`, one.cookie, {
      ...WHOLE,
      bases: await basesIn(app, one.home, one.cookie),
    })
    const theirs = await joining(one, { organisationId: one.other, access: 'read' })
    const page = await read(one.home, theirs.cookie)
    expect(page).toContain(WHOLE['f.story'])
    expect(page).toContain('Vous lisez ce dossier')
    for (const label of ['Remplir le dossier', 'Retirer le dossier', 'Vérifier avant de déposer'])
      expect(page).not.toContain(label)
    const tries: [string, Fields][] = [
      ['/remplir', { ...WHOLE, 'f.title': 'Changé', intent: 'enregistrer' }],
      ['/enregistrer', { ...WHOLE, 'f.title': 'Changé' }],
      ['', { intent: 'retirer' }],
      ['/equipe', { intent: 'inviter', name: 'Autre', email: 'autre@essai.example' }],
    ]
    for (const [path, fields] of tries)
      expect((await send(`${one.home}${path}`, theirs.cookie, fields)).status, path).toBe(409)
    const tried = await send(`${one.home}/verifier`, theirs.cookie, {})
    expect(tried.headers.get('location')).toBe(one.home)
    expect(await rows('select title, state from dossier where id = $1', [one.id])).toEqual([
      { title: WHOLE['f.title'], state: 'draft' },
    ])
    // They may leave all the same.
    const [{ id: own }] = await rows('select id from dossier_editor where email = $1', [theirs.email])
    const left = await send(`${one.home}/equipe`, theirs.cookie, { intent: 'retirer', editeur: own })
    expect(left.status).toBe(302)
    expect((await get(one.home, theirs.cookie)).status).toBe(404)
  })

  it('keeps somebody who writes it, and is nothing to a stranger of the same role', async () => {
    const one = await carriedByTwo()
    await joining(one, { organisationId: one.other, access: 'read' })
    const [{ id: own }] = await rows('select id from dossier_editor where email = $1', [one.email])
    expect((await send(`${one.home}/equipe`, one.cookie, { intent: 'retirer', editeur: own })).status).toBe(
      409,
    )
    const stranger = await aPerson(database.superuser, { [network]: 'holder' })
    const theirs = await signedIn(app, stranger)
    for (const path of ['', '/remplir', '/equipe', '/bilan', '/verifier'])
      expect((await get(`${one.home}${path}`, theirs)).status, path).toBe(404)
  })

  it('invites nobody for an organisation that does not carry it', async () => {
    const one = await carriedByTwo()
    const { id: third } = await createOrganisation(staff, anOrganisation({ name: `Tierce ${one.id}` }))
    const refused = await send(`${one.home}/equipe`, one.cookie, {
      ...{ intent: 'inviter', name: 'Sacha Essai', email: 'tierce@essai.example' },
      organisationId: third,
    })
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('ne porte pas ce dossier')
  })
})
