import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson } from '#tests/support/people.ts'
import { fillIn, forwardClock } from '#tests/support/public-form.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const DESK = '/so-cooperation/bureau'
const REGISTER = '/so-cooperation/annuaire/inscription'
let app: TestApp
let staff: string
let admin: string

const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const text = async (path: string, cookie = '') => decoded(await (await get(path, cookie)).text())
const post = (path: string, fields: Record<string, string> = {}, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const lastMail = async (email: string) => (await mailsTo(database.superuser, email)).at(-1)!
let people = 0
const anAddress = () => `personne-${++people}@essai.example`

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
  admin = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
})

const aPage = async (given: Record<string, unknown> = {}) =>
  aListing(await staffOf(database.superuser, 'so-cooperation'), given)

/** The link of the invitation, used by somebody new. */
async function comesIn(email: string) {
  const { link, template } = await lastMail(email)
  expect(template).toBe('identity.invitation')
  const answer = await post(link, { intent: 'nouveau', name: 'Sacha Essai' })
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

describe('Without an account', () => {
  const asked = (slug: string, fields: Record<string, string>, seconds?: number) =>
    fillIn(
      app,
      clock,
      `/so-cooperation/annuaire/${slug}/representer`,
      { name: 'Sacha Essai', jobTitle: 'Présidence', ...fields },
      { seconds },
    )
  const waiting = async (id: string) =>
    rows('select id, confirmed_at from representation_request where organisation_id = $1', [id])

  it('one asks to represent an organisation, proves one’s address, and gets an account once accepted', async () => {
    const page = await aPage({ name: 'Puits du Sahel' })
    const email = anAddress()
    const sent = await asked(page.slug, { email })
    expect(await sent.text()).toContain(email)
    expect(await text(`${DESK}/demandes`, staff)).not.toContain(email)
    const { link } = await lastMail(email)
    expect(await text(link)).toContain('Un clic de plus')
    const [before] = await waiting(page.id)
    expect(before.confirmed_at).toBeNull()
    expect(await (await post(link)).text()).toContain('C’est envoyé')
    expect((await post(link)).status).toBe(410)
    expect(await text(`${DESK}/demandes`, staff)).toContain(email)
    await post(`${DESK}/demandes`, { demande: before.id, intent: 'accepter' }, staff)
    const cookie = await comesIn(email)
    expect(await text('/so-cooperation/espace', cookie)).toContain(`structures/${page.id}`)
  })

  it('one who has an account after all is given the role at once', async () => {
    const page = await aPage({ name: 'Puits du Mono' })
    const person = await aPerson(database.superuser)
    await asked(page.slug, { email: person.email })
    await post((await lastMail(person.email)).link)
    const [{ id }] = await waiting(page.id)
    await post(`${DESK}/demandes`, { demande: id, intent: 'accepter' }, staff)
    expect((await lastMail(person.email)).template).toBe('identity.representation')
    expect((await get('/so-cooperation/espace', await signedIn(app, person))).status).toBe(200)
  })

  it('a program that fills the hidden field, answers at once or forges the hour writes nothing', async () => {
    const page = await aPage({ name: 'Puits du Togo' })
    const email = anAddress()
    const tries = [
      await asked(page.slug, { email, complement: 'x' }),
      await asked(page.slug, { email }, 0),
      await asked(page.slug, { email }, 90_000),
      await asked(page.slug, { email, ouvert: '1.faux' }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([422, 422, 422, 422])
    expect([await waiting(page.id), await mailsTo(database.superuser, email)]).toEqual([[], []])
  })

  it('one address asks a few times an hour, whatever it asks', async () => {
    const page = await aPage({ name: 'Puits du Bénin' })
    const email = anAddress()
    const answers: number[] = []
    for (let time = 0; time < 6; time++) answers.push((await asked(page.slug, { email })).status)
    expect(answers).toEqual([200, 200, 200, 200, 200, 429])
  })
})

describe('An organisation that nobody knows', () => {
  const filled = (fields: Record<string, string> = {}) => ({
    name: 'Semences du Poitou',
    type: 'association/local_association',
    commune: 'Niort (79000)',
    description: 'Des semences paysannes avec le Mali.',
    contactName: 'Sacha Essai',
    contactEmail: anAddress(),
    contactFunction: 'Trésorerie',
    ...fields,
  })
  /** Registered and proven, it waits for the team. */
  async function aRegistration(fields: Record<string, string> = {}) {
    const given = filled(fields)
    expect((await fillIn(app, clock, REGISTER, given)).status).toBe(200)
    const { link } = await lastMail(given.contactEmail)
    await post(link)
    const [{ id }] = await rows('select id from registration where contact_email = $1', [given.contactEmail])
    return { id, email: given.contactEmail, path: `${DESK}/inscriptions/${id}` }
  }

  it('is registered by a public form, seen once the address is proven, and made a record that its people keep', async () => {
    const given = filled({ name: 'Semences du Marais' })
    await fillIn(app, clock, REGISTER, given)
    expect(await text(`${DESK}/demandes`, staff)).not.toContain('Semences du Marais')
    const { link } = await lastMail(given.contactEmail)
    await get(link)
    expect(await text(`${DESK}/demandes`, staff)).not.toContain('Semences du Marais')
    await post(link)
    expect(await text(DESK, staff)).toContain('demande son inscription')
    const [{ id }] = await rows('select id from registration where contact_email = $1', [given.contactEmail])
    const path = `${DESK}/inscriptions/${id}`
    expect(await text(path, staff)).toContain('Des semences paysannes')
    const made = await post(path, { intent: 'creer' }, staff)
    expect(made.headers.get('location')).toMatch(/structures\/[0-9a-f-]+\?fait=inscrite/)
    expect((await post(path, { intent: 'creer' }, staff)).status).toBe(404)
    const cookie = await comesIn(given.contactEmail)
    expect(await text('/so-cooperation/espace', cookie)).toContain('Semences du Marais')
  })

  it('says what is missing at each field, and keeps what was typed', async () => {
    const wrong = await fillIn(
      app,
      clock,
      REGISTER,
      filled({ name: '', commune: '', siren: '123', contactEmail: 'x' }),
    )
    const html = decoded(await wrong.text())
    expect(wrong.status).toBe(422)
    for (const words of [
      'Indiquez le nom',
      'Indiquez la commune',
      'SIREN n’est pas valide',
      'paysannes avec le Mali',
    ])
      expect(html).toContain(words)
  })

  it('follows the rules of a record from the start; kept since before one of them, it says which', async () => {
    const wrong = await fillIn(app, clock, REGISTER, filled({ rna: 'W671000001' }))
    expect(wrong.status).toBe(422)
    expect(decoded(await wrong.text())).toContain('Alsace')
    const { id, path } = await aRegistration({ name: 'Amis du Ried' })
    await rows(`update registration set rna = 'W671000001' where id = $1 returning 1`, [id])
    const unfit = await post(path, { intent: 'creer' }, staff)
    expect(unfit.status).toBe(422)
    expect(decoded(await unfit.text())).toContain('Créez la fiche vous-même')
  })

  it('is shown the pages it may already be, of which private records are none', async () => {
    const page = await aPage({ name: 'Lumière pour Kara', siren: '552100554' })
    const known = await fillIn(app, clock, REGISTER, filled({ name: 'Lumiere pour Kara' }))
    expect([known.status, (await known.text()).includes(`${page.slug}/representer`)]).toEqual([409, true])
    const program = await fillIn(app, clock, REGISTER, {
      ...filled({ name: 'Lumiere pour Kara' }),
      complement: 'x',
    })
    expect([program.status, (await program.text()).includes('representer')]).toEqual([422, false])
    const insists = await fillIn(app, clock, REGISTER, {
      ...filled({ name: 'Lumiere pour Kara' }),
      nouvelle: 'oui',
    })
    expect(insists.status).toBe(200)
    const hidden = await aPage({ name: 'Jardins de Sokodé' })
    await post(`${DESK}/structures/${hidden.id}`, { intent: 'retirer' }, staff)
    expect((await fillIn(app, clock, REGISTER, filled({ name: 'Jardins de Sokodé' }))).status).toBe(200)
  })

  it('is tied to a record the team already has, or refused with a reason that is mailed', async () => {
    const page = await aPage({ name: 'Abeilles de Dapaong' })
    const tied = await aRegistration({ name: 'Abeilles de Dapaong', nouvelle: 'oui' })
    expect(await text(tied.path, staff)).toContain(page.id)
    await post(tied.path, { intent: 'rattacher', fiche: page.id }, staff)
    expect(await text('/so-cooperation/espace', await comesIn(tied.email))).toContain(page.id)
    const refused = await aRegistration({ name: 'Vacances au soleil' })
    const silent = await post(refused.path, { intent: 'refuser' }, staff)
    expect([silent.status, (await silent.text()).includes('Dites pourquoi')]).toEqual([422, true])
    await post(refused.path, { intent: 'refuser', reason: 'Ce n’est pas de la solidarité' }, staff)
    expect((await lastMail(refused.email)).props).toMatchObject({
      accepted: false,
      reason: 'Ce n’est pas de la solidarité',
    })
  })

  it('of another network is not there', async () => {
    const { path } = await aRegistration({ name: 'Radio des collines' })
    const elsewhere = await signedIn(app, await aPerson(database.superuser, { gescod: 'admin' }))
    const across = path.replace('so-cooperation', 'gescod')
    expect((await get(across, elsewhere)).status).toBe(404)
    expect((await post(across, { intent: 'creer' }, elsewhere)).status).toBe(404)
  })
})

describe('A representative', () => {
  it('invites a colleague, at once or once the team agrees, and the team is told', async () => {
    const page = await aPage({ name: 'Forge de Tchamba' })
    const person = await aPerson(database.superuser, { 'so-cooperation': 'member' }, 'Louison Essai')
    await rows(
      `insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1`,
      [person.id, page.id],
    )
    const cookie = await signedIn(app, person)
    const team = `/so-cooperation/espace/structures/${page.id}/equipe`
    const colleague = { name: 'Alex Essai', email: anAddress(), jobTitle: 'Secrétariat' }
    expect((await post(team, colleague, cookie)).headers.get('location')).toContain('collegue-invite')
    expect((await post(team, colleague, cookie)).status).toBe(409)
    expect(await text('/so-cooperation/espace/notifications', staff)).toContain('a invité Alex Essai')
    expect(await text('/so-cooperation/espace', await comesIn(colleague.email))).toContain(page.id)
    await post(`${DESK}/propositions/reglages`, { months: '12', colleagues: 'oui' }, admin)
    const other = { ...colleague, name: 'Noa Essai', email: anAddress() }
    expect((await post(team, other, cookie)).headers.get('location')).toContain('collegue-demande')
    expect(await mailsTo(database.superuser, other.email)).toEqual([])
    const [{ id }] = await rows('select id from representation_request where email = $1', [other.email])
    expect(await text(`${DESK}/demandes`, staff)).toContain('Proposé par Louison Essai')
    await post(`${DESK}/demandes`, { demande: id, intent: 'accepter' }, staff)
    expect(await text(team, await comesIn(other.email))).toContain('Louison Essai')
  })
})
