import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configureMail } from '#server/kernel/mail/post-office.server.ts'
import { sendMail } from '#server/kernel/mail/send-mail.server.ts'
import { MAILS } from '#server/mails.ts'
import { type Smtp, startSmtp } from '#tests/doubles/smtp/smtp.ts'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { fillIn, forwardClock } from '#tests/support/public-form.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const clock = forwardClock()
const DESK = '/so-cooperation/bureau'
const BOARD = `${DESK}/fraicheur`
let app: TestApp
let staff: string
let smtp: Smtp

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
  smtp = await startSmtp()
  staff = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
})
afterAll(() => smtp.close())

/** A published page with an address. */
async function aPage(given: Record<string, unknown> = {}) {
  const email = `structure-${++organisations}@essai.example`
  const name = `Structure ${organisations}`
  const page = await aListing(await staffOf(database.superuser, 'so-cooperation'), { name, email, ...given })
  return { ...page, name, email, path: `/so-cooperation/annuaire/${page.slug}` }
}

const LETTER = { set: 'never', subject: 'Vérifiez {structure}', body: 'Bonjour {structure} !' }
/** A campaign to the pages of this test alone. */
async function campaignTo(...pages: { id: string }[]) {
  const ids = pages.map(({ id }) => id)
  await rows('update organisation set verified_at = now() where not (id = any ($1))', [ids])
  const sent = await post(`${BOARD}/campagnes/nouvelle`, { id: v7(), ...LETTER, intent: 'envoyer' }, staff)
  expect(sent.status).toBe(302)
  return sent.headers.get('location')!.split('?')[0]!
}
const verifiedAt = async ({ id }: { id: string }) =>
  (await rows('select verified_at from organisation where id = $1', [id]))[0].verified_at

describe('Freshness', () => {
  it('of a page is said to the public by its month, and marked from its record at a click', async () => {
    const page = await aPage()
    expect(await text(BOARD, staff)).toContain(page.name)
    await post(`${DESK}/structures/${page.id}/verifier`, {}, staff)
    const month = new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric' }).format(clock.now())
    expect(await text(page.path)).toContain(`vérifiée en ${month}`)
    expect(await text(BOARD, staff)).not.toContain(page.name)
    expect(await text(`${BOARD}?quelles=all`, staff)).toContain(page.name)
    expect((await post(`${DESK}/structures/${page.id}/verifier`)).status).toBe(302)
  })

  it('is asked by a mail read before it leaves, to those who have an address', async () => {
    const page = await aPage()
    const mute = await aPage({ email: null })
    const seen = await post(`${BOARD}/campagnes/nouvelle`, { id: v7(), ...LETTER, intent: 'apercu' }, staff)
    expect(decoded(await seen.text())).toMatch(/Bonjour Structure \d+ !/)
    expect(await mailsOf(page.email)).toEqual([])
    const campaign = await campaignTo(page, mute)
    const [mail] = await mailsOf(page.email)
    expect(mail!.template).toBe('crm.verify')
    const list = await text(campaign, staff)
    expect([list.includes(page.name), list.includes(mute.name)]).toEqual([true, false])
  })

  it('is confirmed by a button and not by opening the link, once, without an account', async () => {
    const page = await aPage()
    const campaign = await campaignTo(page)
    const { link } = (await mailsOf(page.email))[0]!
    for (const path of [link, `${link}/corriger`, `${link}/arreter`]) await get(path)
    const asked = await text(link)
    expect(asked).toContain('Tout est juste')
    expect(asked).toMatch(/Site internet<\/dt><dd[^>]*>non renseigné/)
    expect(await verifiedAt(page)).toBeNull()
    expect(await text(campaign, staff)).toContain('Lien ouvert, pas de réponse')
    expect(decoded(await (await post(link)).text())).toContain('vérifiée aujourd’hui par votre structure')
    expect(await verifiedAt(page)).not.toBeNull()
    expect(await text(BOARD, staff)).toMatch(/1 envoi · 1 réponse/)
    expect((await post(link)).status).toBe(410)
    const spent = await text(link)
    expect([spent.includes('Votre réponse est enregistrée'), spent.includes(page.email)]).toEqual([
      true,
      false,
    ])
    expect((await post(`${link}x`)).status).toBe(410)
  })

  it('is corrected without an account, which the team reads before it is published and answers', async () => {
    const page = await aPage()
    const campaign = await campaignTo(page)
    const { link } = (await mailsOf(page.email))[0]!
    const html = await text(`${link}/corriger`)
    const stamp = html.match(/name="stamp" value="([^"]+)"/)![1]!
    const fields = {
      name: page.name,
      email: page.email,
      commune: 'Niort (79000)',
      sectors: 'education',
      stamp,
    }
    const kept = { countries: ['TG'], sdgs: ['4'], description: 'Appui à trois écoles.' }
    expect((await post(`${link}/corriger`, { ...fields, ...kept })).headers.get('location')).toBe(link)
    expect(await text(page.path)).not.toContain('trois écoles')
    expect(await text(campaign, staff)).toContain('A corrigé')
    const [{ id }] = await rows('select id from page_proposal where organisation_id = $1', [page.id])
    const proposal = `${DESK}/propositions/${id}`
    const seen = (await text(proposal, staff)).match(/name="stamp" value="([^"]+)"/)![1]!
    await post(proposal, { stamp: seen, intent: 'decider', 'champ-description': 'prendre' }, staff)
    expect(await text(page.path)).toContain('trois écoles')
    expect((await mailsOf(page.email)).at(-1)!.template).toBe('crm.proposal')
  })

  it('is reminded once to those who did not answer, and never to who said stop', async () => {
    const [silent, sure, tired] = [await aPage(), await aPage(), await aPage()]
    const campaign = await campaignTo(silent, sure, tired)
    await post((await mailsOf(sure.email))[0]!.link)
    await post(`${(await mailsOf(tired.email))[0]!.link}/arreter`)
    await post(campaign, { intent: 'relancer' }, staff)
    await post(campaign, { intent: 'relancer' }, staff)
    const counts = await Promise.all(
      [silent, sure, tired].map(async ({ email }) => (await mailsOf(email)).length),
    )
    expect(counts).toEqual([2, 1, 1])
    // Said once for a mailbox, whatever organisation it is of and whatever mail was answered.
    const again = await campaignTo(silent)
    await post(`${(await mailsOf(silent.email)).at(0)!.link}/arreter`)
    await post(again, { intent: 'relancer' }, staff)
    expect((await mailsOf(silent.email)).length).toBe(3)
    await rows('update organisation set verified_at = null where id = $1', [tired.id])
    await campaignTo(await aPage(), tired)
    expect((await mailsOf(tired.email)).length).toBe(1)
  })

  it('asks nothing of a page the team has withdrawn since', async () => {
    const page = await aPage()
    await campaignTo(page)
    const { link } = (await mailsOf(page.email))[0]!
    await rows('update organisation set published_at = null where id = $1', [page.id])
    expect(await text(link)).not.toContain(page.email)
    expect((await post(link)).status).toBe(410)
    expect(await verifiedAt(page)).toBeNull()
  })

  it('can be stopped long after the link to answer has ended', async () => {
    const page = await aPage()
    await campaignTo(page)
    const [{ props }] = await rows('select props from outgoing_mail where to_address = $1', [page.email])
    await rows(`update public_link set expires_at = now() - interval '1 day' where purpose = 'verification'`)
    const { pathname } = new URL(props.stop)
    expect((await post(pathname)).status).toBe(200)
    await campaignTo(page, await aPage())
    expect((await mailsOf(page.email)).length).toBe(1)
  })

  it('leaves with one click to stop, and counts the addresses that refuse', async () => {
    const page = await aPage()
    const campaign = await campaignTo(page)
    const [{ id }] = await rows('select id from outgoing_mail where to_address = $1', [page.email])
    const mail = { smtpUrl: smtp.url, from: 'reseau@essai.example' }
    configureMail({ mails: MAILS, origin: 'http://maillage.test', demo: false, mail })
    await sendMail.run({ mail: id }, 'job')
    const raw = JSON.stringify(smtp.received.at(-1))
    expect(raw).toContain('List-Unsubscribe')
    expect(raw).toContain('/arreter')
    await rows(`update outgoing_mail set state = 'bounced' where id = $1`, [id])
    expect(await text(campaign, staff)).toContain('E-mail refusé')
    configureMail({ mails: MAILS, origin: 'http://maillage.test', demo: false, mail: {} })
  })
})

describe('A correction', () => {
  it('is suggested by anybody, read by the team, and answered where an address was left', async () => {
    const page = await aPage()
    expect(await text(page.path)).toContain(`${page.path}/correction`)
    const email = 'lectrice@essai.example'
    const sent = await fillIn(app, clock, `${page.path}/correction`, { text: 'Le site a changé', email })
    expect(await sent.text()).toContain('Merci')
    const empty = await fillIn(app, clock, `${page.path}/correction`, { text: '', email: '' })
    expect([empty.status, (await empty.text()).includes('Écrivez quelques mots')]).toEqual([422, true])
    const [{ id }] = await rows('select id from page_proposal where organisation_id = $1', [page.id])
    const path = `${DESK}/propositions/${id}`
    expect(await text(`${DESK}/propositions`, staff)).toContain('Le site a changé')
    await post(path, { intent: 'traitee', reason: 'Merci, c’est corrigé' }, staff)
    expect((await mailsOf(email)).at(-1)!.props).toMatchObject({
      published: true,
      reason: 'Merci, c’est corrigé',
    })
    expect((await post(path, { intent: 'traitee' }, staff)).status).toBe(404)
  })
})
