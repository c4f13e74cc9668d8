import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson, type Person } from '#tests/support/people.ts'

const database = useDatabase()
let app: TestApp
let now = new Date('2026-11-20T09:00:00Z')
const clock = { now: () => now }

beforeAll(async () => {
  app = await startApp({ clock })
})

const DESK = '/so-cooperation/bureau'
const WELCOME = `${DESK}?fait=bienvenue-sans-mot-de-passe`
const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const post = (path: string, fields: Record<string, string | string[]>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const anAdmin = async () => {
  const person = await aPerson(database.superuser, { 'so-cooperation': 'admin' }, 'Alix Essai')
  return { person, cookie: await signedIn(app, person) }
}
const someone = () => `${crypto.randomUUID()}@essai.example`
const linkTo = async (email: string) => (await mailsTo(database.superuser, email)).at(-1)!.link
const invited = async (fields: Record<string, string>) => {
  const { cookie } = await anAdmin()
  const email = someone()
  const response = await post(`${DESK}/equipe/inviter`, { email, role: 'staff', ...fields }, cookie)
  expect(response.status).toBe(302)
  return { email, link: await linkTo(email), cookie }
}
const grantsOf = (email: string) =>
  rows(
    `select g.id, g.role, g.profile, g.revoked_at, g.ends_on::text as ends_on, g.given_by
     from account_grant g join account a on a.id = g.account_id where a.email = $1`,
    [email],
  )

describe('An invitation', () => {
  it('is written to the address, opens nothing by being looked at, and gives the role by its button', async () => {
    const { email, link } = await invited({ profile: 'finance' })
    expect((await get(link)).status).toBe(200)
    expect(await grantsOf(email)).toEqual([])
    const accepted = await post(link, { intent: 'nouveau', name: 'Noa Essai' })
    expect([accepted.status, accepted.headers.get('location')]).toEqual([302, WELCOME])
    const home = await get(WELCOME, cookieOf(accepted))
    expect([home.status, (await home.text()).includes('pas de mot de passe')]).toEqual([200, true])
    expect(await grantsOf(email)).toMatchObject([{ role: 'staff', profile: 'finance', revoked_at: null }])
    expect((await grantsOf(email))[0].given_by).not.toBeNull()
  })

  it('gives one role to ten clicks at once, and nothing to the next', async () => {
    const { email, link } = await invited({})
    const clicks = Array.from({ length: 10 }, () => post(link, { intent: 'nouveau', name: 'Noa Essai' }))
    const opened = (await Promise.all(clicks)).filter((one) => one.headers.get('location') === WELCOME)
    expect(opened).toHaveLength(1)
    expect(await grantsOf(email)).toHaveLength(1)
    expect((await get(link)).status).toBe(410)
  })

  it('asks a known person to sign in first, then gives them the role', async () => {
    const known = await aPerson(database.superuser)
    const { cookie } = await anAdmin()
    await post(`${DESK}/equipe/inviter`, { email: known.email, role: 'board' }, cookie)
    const link = await linkTo(known.email)
    expect(await (await get(link)).text()).toContain(`retour=${encodeURIComponent(link)}`)
    // Whoever holds the link and is not that person gets nothing, whatever they send.
    expect((await post(link, { intent: 'nouveau', name: 'Autre' })).status).toBe(403)
    const accepted = await post(link, { intent: 'accepter' }, await signedIn(app, known))
    expect(accepted.headers.get('location')).toBe('/so-cooperation/espace?fait=bienvenue')
    expect(await grantsOf(known.email)).toMatchObject([{ role: 'board' }])
  })

  it('for one address gives nothing to somebody signed in with another', async () => {
    const { email, link } = await invited({})
    const other = await aPerson(database.superuser)
    const cookie = await signedIn(app, other)
    expect(await (await get(link, cookie)).text()).toContain(other.email)
    expect((await post(link, { intent: 'accepter' }, cookie)).status).toBe(403)
    expect(await grantsOf(other.email)).toEqual([])
    expect(await grantsOf(email)).toEqual([])
  })

  it('of another network is not there, nor is one that was withdrawn', async () => {
    const { link, cookie, email } = await invited({})
    const elsewhere = link.replace('so-cooperation', 'gescod')
    expect((await get(elsewhere)).status).toBe(410)
    await post(elsewhere, { intent: 'nouveau', name: 'Noa Essai' })
    expect(await grantsOf(email)).toEqual([])
    const [{ id }] = await rows('select id from invitation where email = $1', [email])
    expect((await post(`${DESK}/equipe`, { retirer: id }, cookie)).status).toBe(302)
    expect((await get(link)).status).toBe(410)
    await post(link, { intent: 'nouveau', name: 'Noa Essai' })
    expect(await grantsOf(email)).toEqual([])
  })

  it('that expired offers another, sent to the invited address alone; the first stays dead', async () => {
    const { email, link } = await invited({})
    const then = now
    now = new Date(now.getTime() + 15 * 86_400_000)
    const page = await get(link)
    expect(page.status).toBe(410)
    expect(await page.text()).toContain('renouveler')
    expect((await post(link, { intent: 'nouveau', name: 'Noa Essai' })).headers.get('location')).not.toBe(
      DESK,
    )
    expect(await (await post(link, { intent: 'renouveler' })).text()).toContain('Regardez votre messagerie')
    const another = await linkTo(email)
    expect(another).not.toBe(link)
    expect((await post(another, { intent: 'nouveau', name: 'Noa Essai' })).headers.get('location')).toBe(
      WELCOME,
    )
    expect((await get(link)).status).toBe(410)
    now = then
  })

  it('is not renewed for ever, nor once who sent it has left', async () => {
    const { link, cookie, email } = await invited({})
    const then = now
    now = new Date(now.getTime() + 15 * 86_400_000)
    await rows(
      `update account_grant set revoked_at = now() where account_id = (select invited_by from invitation where email = $1)`,
      [email],
    )
    await post(link, { intent: 'renouveler' })
    expect(await mailsTo(database.superuser, email)).toHaveLength(1)
    now = then
    expect((await get(`${DESK}/equipe`, cookie)).status).toBe(403)
    const old = await invited({})
    now = new Date(now.getTime() + 120 * 86_400_000)
    expect(await (await get(old.link)).text()).not.toContain('Recevoir une nouvelle invitation')
    await post(old.link, { intent: 'renouveler' })
    expect(await mailsTo(database.superuser, old.email)).toHaveLength(1)
    now = then
  })

  it('renewed again and again is as old as the first', async () => {
    const { email } = await invited({})
    const then = now
    const sent = async () => (await mailsTo(database.superuser, email)).length
    for (const days of [15, 35, 55, 75]) {
      now = new Date(then.getTime() + days * 86_400_000)
      await post(await linkTo(email), { intent: 'renouveler' })
    }
    expect(await sent()).toBe(5)
    now = new Date(then.getTime() + 95 * 86_400_000)
    await post(await linkTo(email), { intent: 'renouveler' })
    expect(await sent()).toBe(5)
    now = then
  })

  it('to an access that has since run out is over', async () => {
    const { link, email } = await invited({ endsOn: '2026-11-25' })
    const then = now
    now = new Date(now.getTime() + 7 * 86_400_000)
    expect((await get(link)).status).toBe(410)
    await post(link, { intent: 'nouveau', name: 'Noa Essai' })
    expect(await grantsOf(email)).toEqual([])
    now = then
  })

  it('to a role one has already is refused at its field', async () => {
    const { cookie } = await anAdmin()
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const again = await post(`${DESK}/equipe/inviter`, { email: person.email, role: 'staff' }, cookie)
    expect([again.status, (await again.text()).includes('a déjà ce rôle')]).toEqual([422, true])
  })

  it('accepted twice, for the same role, is one access: withdrawing it withdraws all of it', async () => {
    const first = await invited({})
    const { cookie } = first
    const later = { email: first.email, role: 'staff', profile: 'finance', endsOn: '2027-06-30' }
    await post(`${DESK}/equipe/inviter`, later, cookie)
    const second = await linkTo(first.email)
    const theirs = cookieOf(await post(first.link, { intent: 'nouveau', name: 'Noa Essai' }))
    await post(second, { intent: 'accepter' }, theirs)
    const [{ id, ...kept }, ...others] = await grantsOf(first.email)
    expect(others).toEqual([])
    expect(kept).toMatchObject({ profile: 'finance', ends_on: '2027-06-30' })
    await post(`${DESK}/equipe/${id}`, { intent: 'retirer' }, cookie)
    expect((await get(DESK, theirs)).status).toBe(403)
    // What is over is not given back by its own page.
    expect((await post(`${DESK}/equipe/${id}`, { intent: 'changer' }, cookie)).status).toBe(404)
  })

  it('keeps the hash of its link alone', async () => {
    const { link } = await invited({})
    const token = link.split('/').at(-1)!
    expect(JSON.stringify(await rows('select * from invitation'))).not.toContain(token)
  })

  it('is refused at its fields in words, and what was typed stays', async () => {
    const { cookie } = await anAdmin()
    const send = async (fields: Record<string, string>) => {
      const response = await post(`${DESK}/equipe/inviter`, fields, cookie)
      return [response.status, await response.text()] as const
    }
    const [status, html] = await send({ email: 'pas une adresse', role: '' })
    expect(status).toBe(422)
    expect(html).toContain('vérifiez-la')
    expect(html).toContain('Choisissez un rôle')
    expect(html).toContain('value="pas une adresse"')
    const [late, past] = await send({ email: someone(), role: 'juror', endsOn: '2026-11-19' })
    expect([late, past.includes('Cette date est passée')]).toEqual([422, true])
    // A role held for an organisation is given from its record, a coordinator's by their programme.
    for (const role of ['member', 'coordinator'])
      expect((await send({ email: someone(), role }))[0]).toBe(422)
  })

  it('is the administrators’ to send: staff may neither send, withdraw nor send again', async () => {
    const { email } = await invited({})
    const [{ id }] = await rows('select id from invitation where email = $1', [email])
    const cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'staff' }))
    expect((await get(`${DESK}/equipe/inviter`, cookie)).status).toBe(403)
    const before = await rows('select * from invitation order by id')
    expect((await post(`${DESK}/equipe/inviter`, { email: someone(), role: 'admin' }, cookie)).status).toBe(
      403,
    )
    expect((await post(`${DESK}/equipe`, { retirer: id }, cookie)).status).toBe(403)
    expect((await post(`${DESK}/equipe`, { renvoyer: id }, cookie)).status).toBe(403)
    expect(await rows('select * from invitation order by id')).toEqual(before)
  })
})

describe('A grant', () => {
  const idOf = async ({ id }: Person) =>
    (await rows('select id from account_grant where account_id = $1', [id]))[0].id as string

  it('withdrawn stops the person at their next click, on a page and in a live widget', async () => {
    const { cookie } = await anAdmin()
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' }, 'Lou Essai')
    const theirs = await signedIn(app, person)
    expect((await get(`${DESK}/structures`, theirs)).status).toBe(200)
    const withdrawn = await post(`${DESK}/equipe/${await idOf(person)}`, { intent: 'retirer' }, cookie)
    expect(withdrawn.status).toBe(302)
    const refused = await get(`${DESK}/structures`, theirs)
    expect([refused.status, (await refused.text()).includes('plus, d’accès à ce réseau')]).toEqual([
      403,
      true,
    ])
    expect((await mailsTo(database.superuser, person.email)).at(-1)!.props.what).toBe('ended')
    expect((await post(`${DESK}/structures/nouvelle`, { name: 'Après', type: 'other' }, theirs)).status).toBe(
      403,
    )
    expect(await (await get(`${DESK}/equipe?qui=past`, cookie)).text()).toContain('Lou Essai')
    expect(await (await get(`${DESK}/journal`, cookie)).text()).toContain('a retiré l’accès de Lou Essai')
  })

  it('of the last administrator is kept, said in words, even when two withdraw each other at once', async () => {
    await rows(`update account_grant set revoked_at = now() from network n
      where n.id = network_id and n.slug = 'resacoop' and role = 'admin' and revoked_at is null`)
    const [one, two] = await Promise.all([1, 2].map(() => aPerson(database.superuser, { resacoop: 'admin' })))
    const [first, second] = await Promise.all([signedIn(app, one!), signedIn(app, two!)])
    const withdraw = async (whose: Person, cookie: string) =>
      (await post(`/resacoop/bureau/equipe/${await idOf(whose)}`, { intent: 'retirer' }, cookie)).status
    const answers = await Promise.all([withdraw(two!, first), withdraw(one!, second)])
    expect(answers.filter((status) => status === 302)).toHaveLength(1)
    const left = await rows(`select g.account_id from account_grant g join network n on n.id = g.network_id
      where n.slug = 'resacoop' and role = 'admin' and revoked_at is null`)
    expect(left).toHaveLength(1)
    const [last, cookie] = left[0].account_id === one!.id ? [one!, first] : [two!, second]
    const refused = await post(`/resacoop/bureau/equipe/${await idOf(last)}`, { intent: 'retirer' }, cookie)
    expect([refused.status, (await refused.text()).includes('dernier compte d’administration')]).toEqual([
      422,
      true,
    ])
    const limited = await post(
      `/resacoop/bureau/equipe/${await idOf(last)}`,
      { intent: 'changer', endsOn: '2027-01-01' },
      cookie,
    )
    expect(limited.status).toBe(422)
  })

  it('changes its profile, its missions and its end, and the history says from what to what', async () => {
    const { cookie } = await anAdmin()
    const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
    const path = `${DESK}/equipe/${await idOf(person)}`
    const sent = { intent: 'changer', profile: 'intern', mission: ['observe'], endsOn: '2027-02-28' }
    expect((await post(path, sent, cookie)).status).toBe(302)
    expect(await grantsOf(person.email)).toMatchObject([{ profile: 'intern', ends_on: '2027-02-28' }])
    const journal = await (await get(`${DESK}/journal`, cookie)).text()
    expect(journal).toContain('a modifié l’accès de')
    expect((await post(path, { ...sent, mission: ['reigner'] }, cookie)).status).toBe(422)
  })

  it('of another network is not there, whoever asks', async () => {
    const { cookie } = await anAdmin()
    const person = await aPerson(database.superuser, { gescod: 'staff' })
    const path = `${DESK}/equipe/${await idOf(person)}`
    expect((await get(path, cookie)).status).toBe(404)
    expect((await post(path, { intent: 'retirer' }, cookie)).status).toBe(404)
    expect(await grantsOf(person.email)).toMatchObject([{ revoked_at: null }])
  })
})
