import { beforeAll, describe, expect, it } from 'vitest'
import { purgeAt } from '#server/crm/jobs/purge-page-data.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { asRead, decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson } from '#tests/support/people.ts'
import { fillIn, forwardClock } from '#tests/support/public-form.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const DESK = '/so-cooperation/bureau'
let app: TestApp
let staff: string

const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const text = async (path: string, cookie = '') => decoded(await (await get(path, cookie)).text())
const post = (path: string, fields: Record<string, string | string[]> = {}, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const mailsOf = (email: string) => mailsTo(database.superuser, email)
let organisations = 0

beforeAll(async () => {
  app = await startApp({ clock })
  staff = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
})

/** A published page with an address. */
async function aPage(given: Record<string, unknown> = {}) {
  const email = `structure-${++organisations}@essai.example`
  const name = `Structure ${organisations}`
  const page = await aListing(await staffOf(database.superuser, 'so-cooperation'), { name, email, ...given })
  return { ...page, name, email, path: `/so-cooperation/annuaire/${page.slug}` }
}

describe('A message to an organisation', () => {
  const written = {
    name: 'Sacha Essai',
    email: '',
    subject: 'Une question',
    body: 'Bonjour, où vous trouver ?',
  }
  const write = (page: { path: string }, fields: Record<string, string> = {}, cookie = '') =>
    fillIn(
      app,
      clock,
      `${page.path}/message`,
      { ...written, email: `public-${++organisations}@essai.example`, ...fields },
      { cookie },
    )

  it('is relayed once its sender has proven their address, and kept for who represents it', async () => {
    const page = await aPage()
    const keeper = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    await rows(
      `insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1`,
      [keeper.id, page.id],
    )
    expect(await text(page.path)).toContain(`${page.path}/message`)
    const email = 'curieuse@essai.example'
    await write(page, { email })
    expect(await mailsOf(page.email)).toEqual([])
    const { link } = (await mailsOf(email))[0]!
    await get(link)
    expect(await mailsOf(page.email)).toEqual([])
    await post(link)
    expect((await post(link)).status).toBe(410)
    const received = await mailsOf(page.email)
    expect(received.map(({ props }) => [props.email, props.body])).toEqual([[email, written.body]])
    const cookie = await signedIn(app, keeper)
    const own = `/so-cooperation/espace/structures/${page.id}/messages`
    expect(await text(own, cookie)).toContain(written.body)
    const overseen = await text(`${DESK}/messages`, staff)
    expect([overseen.includes(email), overseen.includes(written.body)]).toEqual([true, false])
    expect((await get(own, staff)).status).toBe(403)
  })

  it('whose organisation has no address is read by the team, which its sender is told before and after', async () => {
    const page = await aPage({ email: null })
    const form = asRead(await text(`${page.path}/message`))
    expect(form).toContain(`${page.name} n’a pas donné d’adresse : l’équipe de SO Coopération`)
    expect(form).not.toContain('Votre message arrive par e-mail')
    const email = `public-${++organisations}@essai.example`
    const untold = await write(page, { email })
    expect([untold.status, await mailsOf(email)]).toEqual([422, []])
    await write(page, { email, lecteur: 'equipe' })
    const { link } = (await mailsOf(email))[0]!
    expect(decoded(await (await post(link)).text())).toContain(
      'L’équipe de SO Coopération a reçu votre message',
    )

    const [{ id }] = await rows('select id from organisation_message where organisation_id = $1', [page.id])
    const path = `${DESK}/messages/${id}`
    expect(await text(DESK, staff)).toContain(path)
    const read = await text(path, staff)
    expect([read.includes(written.body), read.includes('value="envoyer"')]).toEqual([true, false])
    expect((await post(path, { intent: 'envoyer' }, staff)).status).toBe(422)

    await rows('update organisation set email = $2 where id = $1 returning 1', [page.id, page.email])
    expect(await text(path, staff)).toContain('value="envoyer"')
    expect((await post(path, { intent: 'envoyer' }, staff)).status).toBe(302)
    expect((await mailsOf(page.email)).map(({ props }) => props.body)).toEqual([written.body])
    expect(await text(DESK, staff)).not.toContain(path)
    expect(await text(path, staff)).not.toContain(written.body)
    expect((await post(path, { intent: 'envoyer' }, staff)).status).toBe(404)
  })

  it('that waits for an address is marked as handed over, and put back to wait', async () => {
    const page = await aPage({ email: null })
    const person = await aPerson(database.superuser, {}, 'Charlie Essai')
    const sent = await write(page, { lecteur: 'equipe' }, await signedIn(app, person))
    expect(await sent.text()).toContain('L’équipe de SO Coopération a reçu votre message')
    const [{ id }] = await rows('select id from organisation_message where organisation_id = $1', [page.id])
    const path = `${DESK}/messages/${id}`
    const waits = async () => (await text(DESK, staff)).includes(path)
    const marked = async (intent: string) => [(await post(path, { intent }, staff)).status, await waits()]
    expect(await waits()).toBe(true)
    expect(await marked('transmis')).toEqual([302, false])
    expect(await text(path, staff)).toContain('value="attente"')
    expect(await marked('attente')).toEqual([302, true])
    expect((await post(path, { intent: 'autre' }, staff)).status).toBe(400)
  })

  it('to an organisation that lost its address before the sender confirmed keeps its text from the team', async () => {
    const page = await aPage()
    const email = `public-${++organisations}@essai.example`
    await write(page, { email })
    await rows('update organisation set email = null where id = $1 returning 1', [page.id])
    const { link } = (await mailsOf(email))[0]!
    expect(decoded(await (await post(link)).text())).toContain('ne lit pas votre texte')
    const [{ id }] = await rows('select id from organisation_message where organisation_id = $1', [page.id])
    const read = await text(`${DESK}/messages/${id}`, staff)
    expect([read.includes(email), read.includes(written.body)]).toEqual([true, false])
  })

  it('confirmed once the page takes no more messages, or is withdrawn, is said not to have left', async () => {
    for (const change of ['contactable = false', 'published_at = null']) {
      const page = await aPage()
      const email = `tardive-${++organisations}@essai.example`
      await write(page, { email })
      const { link } = (await mailsOf(email))[0]!
      await rows(`update organisation set ${change} where id = $1 returning 1`, [page.id])
      const late = await post(link)
      expect(late.status).toBe(404)
      expect(decoded(await late.text())).toMatch(/<h1[^>]*>Votre message n’est pas parti/)
      expect(await mailsOf(page.email)).toEqual([])
    }
  })

  it('of who is signed in leaves at once, in their own name', async () => {
    const page = await aPage()
    const person = await aPerson(database.superuser, {}, 'Charlie Essai')
    await write(page, { name: 'Autrui', email: 'autrui@essai.example' }, await signedIn(app, person))
    expect((await mailsOf(page.email)).at(-1)!.props).toMatchObject({
      name: 'Charlie Essai',
      email: person.email,
    })
  })

  it('that holds too many links, comes too often or from a program does not leave', async () => {
    const page = await aPage()
    const links = await write(page, { body: 'http://a.example http://b.example http://c.example' })
    expect([links.status, (await links.text()).includes('trop de liens')]).toEqual([422, true])
    expect((await write(page, { complement: 'x' })).status).toBe(422)
    const email = 'bavarde@essai.example'
    const answers: number[] = []
    for (let time = 0; time < 6; time++) answers.push((await write(page, { email })).status)
    expect(answers.at(-1)).toBe(429)
  })

  it('is offered only where it is wanted', async () => {
    const page = await aPage({ contactable: false })
    expect(await text(page.path)).not.toContain(`${page.path}/message`)
    expect((await get(`${page.path}/message`)).status).toBe(404)
    expect((await write(page)).status).toBe(404)
  })

  it('is forgotten after the months the network keeps it', async () => {
    const page = await aPage()
    await write(page)
    await rows(`update organisation_message set confirmed_at = now(), sent_at = now() - interval '13 months'`)
    await purgeAt(clock)
    expect(await rows('select 1 from organisation_message')).toEqual([])
  })
})
