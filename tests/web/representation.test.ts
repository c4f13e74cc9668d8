import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson, type Person } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let organisation: { id: string; slug: string }
let staff: { person: Person; cookie: string }

const DESK = '/so-cooperation/bureau'
const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const text = async (path: string, cookie: string) => (await get(path, cookie)).text()
const post = (path: string, fields: Record<string, string>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows

beforeAll(async () => {
  app = await startApp()
  const ctx = await staffOf(database.superuser, 'so-cooperation')
  staff = { person: ctx.account, cookie: await signedIn(app, ctx.account) }
})

beforeEach(async () => {
  const ctx = await staffOf(database.superuser, 'so-cooperation')
  const { id } = await aListing(ctx)
  const [{ slug }] = await rows('select slug from organisation where id = $1', [id])
  organisation = { id, slug }
})

/** A person who asks to represent the organisation of this test. */
async function aCandidate(fields: Record<string, string> = {}) {
  const person = await aPerson(database.superuser, {}, 'Charlie Essai')
  const cookie = await signedIn(app, person)
  const asked = await post(
    `/so-cooperation/annuaire/${organisation.slug}/representer`,
    { jobTitle: 'Présidence', ...fields },
    cookie,
  )
  expect(await asked.text()).toContain('Votre demande est envoyée')
  const [{ id }] = await rows('select id from representation_request where account_id = $1', [person.id])
  return { person, cookie, request: id as string }
}
const decide = (request: string, fields: Record<string, string>, cookie = staff.cookie) =>
  post(`${DESK}/demandes`, { demande: request, ...fields }, cookie)
const space = (cookie: string) => get('/so-cooperation/espace', cookie)

describe('Representing an organisation', () => {
  it('is asked from its public page by whoever has an account, and opens nothing before the team agrees', async () => {
    const path = `/so-cooperation/annuaire/${organisation.slug}`
    expect(await text(path, '')).toContain(`${path}/representer`)
    expect(await text(`${path}/representer`, '')).toContain('/connexion?retour=')
    const { cookie, request } = await aCandidate()
    expect((await space(cookie)).status).toBe(403)
    expect(await text(DESK, staff.cookie)).toContain('demande à représenter cette structure')
    expect((await decide(request, { intent: 'accepter' })).status).toBe(302)
    expect(await (await space(cookie)).text()).toContain(`/so-cooperation/annuaire/${organisation.slug}`)
  })

  it('asked, is told to the team and shown to who asked, and its end is written to who loses it', async () => {
    const path = `/so-cooperation/annuaire/${organisation.slug}`
    const { person, cookie, request } = await aCandidate()
    expect(await text(path, cookie)).toContain('Vous avez demandé à représenter cette structure')
    expect(await text(`${path}/representer`, cookie)).toContain('attend une réponse')
    expect(await text('/so-cooperation/espace/notifications', staff.cookie)).toContain(
      'Charlie Essai demande à représenter',
    )
    expect(await text(DESK, staff.cookie)).toMatch(/\d+ en attente/)
    await decide(request, { intent: 'accepter' })
    expect(await text(path, cookie)).toContain('Vous représentez cette structure')
    await rows(`update organisation set updated_at = '2024-01-01' where id = $1`, [organisation.id])
    const home = await text('/so-cooperation/espace', cookie)
    for (const words of ['À faire', 'est-elle toujours exacte', 'Récemment', 'structures dans l’annuaire'])
      expect(home).toContain(words)
    const page = await text(`${DESK}/structures/${organisation.id}`, staff.cookie)
    expect(page).toContain('Représentation acceptée par')
    const [{ id }] = await rows('select id from account_grant where account_id = $1', [person.id])
    await post(`${DESK}/structures/${organisation.id}/representants`, { acces: id }, staff.cookie)
    const told = (await mailsTo(database.superuser, person.email)).at(-1)!
    expect([told.template, told.props.what]).toEqual(['identity.access', 'unbound'])
  })

  it('asked twice is one request, said in words', async () => {
    const { cookie } = await aCandidate()
    const path = `/so-cooperation/annuaire/${organisation.slug}/representer`
    const again = await post(path, { jobTitle: 'Présidence' }, cookie)
    expect([again.status, (await again.text()).includes('déjà fait cette demande')]).toEqual([409, true])
    const unsaid = await post(path, { jobTitle: '', message: 'Gardé' }, cookie)
    expect([unsaid.status, (await unsaid.text()).includes('Gardé')]).toEqual([422, true])
  })

  it('passes to a new person with the team’s agreement, and the former keeps nothing', async () => {
    const former = await aCandidate()
    await decide(former.request, { intent: 'accepter' })
    const next = await aCandidate({ takesOver: 'oui' })
    expect(await text(`${DESK}/demandes`, staff.cookie)).toContain('Demande à remplacer')
    expect((await decide(next.request, { intent: 'remplacer' })).status).toBe(302)
    expect((await space(next.cookie)).status).toBe(200)
    expect((await space(former.cookie)).status).toBe(403)
    const page = await text(`${DESK}/structures/${organisation.id}`, staff.cookie)
    expect(page).toContain(next.person.email)
    expect(page).not.toContain(former.person.email)
    expect((await mailsTo(database.superuser, next.person.email)).at(-1)!.props).toMatchObject({
      accepted: true,
    })
  })

  it('leaves a former representative what they hold for another organisation, and not this one', async () => {
    const former = await aCandidate()
    await decide(former.request, { intent: 'accepter' })
    const ctx = await staffOf(database.superuser, 'so-cooperation')
    const other = (await aListing(ctx)).id
    await rows(
      `insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1`,
      [former.person.id, other],
    )
    const next = await aCandidate()
    await decide(next.request, { intent: 'remplacer' })
    expect((await space(former.cookie)).status).toBe(200)
    const held = await rows(
      `select organisation_id from grant_organisation l join account_grant g on g.id = l.grant_id where account_id = $1`,
      [former.person.id],
    )
    expect(held).toEqual([{ organisation_id: other }])
  })

  it('is refused with a reason the person reads, and nothing without one', async () => {
    const { person, cookie, request } = await aCandidate()
    const without = await decide(request, { intent: 'refuser', reason: ' ' })
    expect([without.status, (await without.text()).includes('Dites pourquoi')]).toEqual([422, true])
    await decide(request, { intent: 'refuser', reason: 'Nous ne vous connaissons pas encore' })
    expect((await space(cookie)).status).toBe(403)
    const told = (await mailsTo(database.superuser, person.email)).at(-1)!
    expect(told.props).toMatchObject({ accepted: false, reason: 'Nous ne vous connaissons pas encore' })
    expect((await decide(request, { intent: 'accepter' })).status).toBe(404)
  })

  it('decided twice at once is decided once', async () => {
    const { person, request } = await aCandidate()
    const answers = await Promise.all([1, 2, 3].map(() => decide(request, { intent: 'accepter' })))
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 404, 404])
    expect(await rows('select 1 from account_grant where account_id = $1', [person.id])).toHaveLength(1)
  })

  it('of another network cannot be decided, nor by who is not of the team', async () => {
    const { person, request } = await aCandidate()
    const elsewhere = await signedIn(app, await aPerson(database.superuser, { gescod: 'admin' }))
    const across = await post('/gescod/bureau/demandes', { demande: request, intent: 'accepter' }, elsewhere)
    expect(across.status).toBe(404)
    const member = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'member' }))
    expect((await decide(request, { intent: 'accepter' }, member)).status).toBe(403)
    expect(await rows('select 1 from account_grant where account_id = $1', [person.id])).toEqual([])
  })

  it('is ended from the record at a click, and the record stays', async () => {
    const { person, cookie, request } = await aCandidate()
    await decide(request, { intent: 'accepter' })
    const [{ id }] = await rows('select id from account_grant where account_id = $1', [person.id])
    const path = `${DESK}/structures/${organisation.id}`
    expect((await post(`${path}/representants`, { acces: id }, staff.cookie)).status).toBe(302)
    expect((await space(cookie)).status).toBe(403)
    expect(await text(path, staff.cookie)).toContain('Personne pour l’instant')
  })

  it('is offered by invitation from the record, bound to it', async () => {
    const email = `${crypto.randomUUID()}@essai.example`
    const path = `${DESK}/equipe/inviter?structure=${organisation.id}`
    expect((await post(path, { email, role: 'admin' }, staff.cookie)).status).toBe(422)
    expect((await post(path, { email, role: 'member' }, staff.cookie)).status).toBe(302)
    const { link } = (await mailsTo(database.superuser, email)).at(-1)!
    const accepted = await post(link, { intent: 'nouveau', name: 'Sacha Essai' })
    const cookie = accepted.headers.get('set-cookie')!.split(';')[0]!
    expect(await (await space(cookie)).text()).toContain(organisation.slug)
    expect(await text(`${DESK}/structures/${organisation.id}`, staff.cookie)).toContain('Sacha Essai')
  })
})
