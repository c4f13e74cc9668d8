import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson, type Person } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: string
let admin: string
const DESK = '/so-cooperation/bureau'

const get = (path: string, cookie = '') => app.request(path, { headers: { cookie } })
const text = async (path: string, cookie = '') => decoded(await (await get(path, cookie)).text())
const post = (path: string, fields: Record<string, string | string[]>, cookie = '') =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie } })
const rows = async (query: string, values: unknown[] = []) =>
  (await database.superuser.query(query, values)).rows
const stampIn = (html: string) => html.match(/name="stamp" value="([^"]+)"/)![1]!

const PAGE = {
  name: 'Amitié Niort–Atakpamé',
  description: 'Appui à deux écoles.',
  commune: 'Niort (79000)',
  countries: ['TG'],
  sectors: ['education'],
  sdgs: ['4'],
}

beforeAll(async () => {
  app = await startApp()
  staff = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
  admin = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
})

/** Somebody who represents a published organisation. */
async function aKeeper(given: Record<string, unknown> = {}) {
  const ctx = await staffOf(database.superuser, 'so-cooperation')
  const { id, slug } = await aListing(ctx, given)
  const person = await aPerson(database.superuser, { 'so-cooperation': 'member' }, 'Louison Essai')
  await rows(
    `insert into grant_organisation select network_id, id, $2 from account_grant where account_id = $1`,
    [person.id, id],
  )
  const own = `/so-cooperation/espace/structures/${id}`
  return { id, person, cookie: await signedIn(app, person), own, page: `/so-cooperation/annuaire/${slug}` }
}
type Keeper = { own: string; cookie: string; person: Person; id: string }

const send = async (keeper: Keeper, fields: Record<string, string | string[]>, intent = 'envoyer') => {
  const stamp = stampIn(await text(`${keeper.own}/modifier`, keeper.cookie))
  return post(`${keeper.own}/modifier`, { ...PAGE, stamp, intent, ...fields }, keeper.cookie)
}
const waiting = async ({ id }: { id: string }) =>
  (await rows(`select id from page_proposal where organisation_id = $1 and state = 'submitted'`, [id]))[0]?.id
const decide = async (proposal: string, fields: Record<string, string>, stamp?: string) => {
  const path = `${DESK}/propositions/${proposal}`
  return post(path, { stamp: stamp ?? stampIn(await text(path, staff)), ...fields }, staff)
}

describe('The page of an organisation', () => {
  it('is changed by who represents it once the team has read the words that change', async () => {
    const keeper = await aKeeper()
    expect(await text('/so-cooperation/espace', keeper.cookie)).toContain(keeper.own)
    const sent = await send(keeper, { description: 'Appui à trois écoles.' })
    expect([sent.status, sent.headers.get('location')]).toEqual([302, `${keeper.own}?fait=page-envoyee`])
    expect(await text(keeper.page)).toContain('Appui à deux écoles.')
    expect(await text(DESK, staff)).toContain('propose de modifier sa page')
    const proposal = await waiting(keeper)
    const shown = await text(`${DESK}/propositions/${proposal}`, staff)
    expect(shown).toMatch(/<del[^>]*>.*deux<\/del>/)
    expect(shown).toMatch(/<ins[^>]*>.*trois<\/ins>/)
    expect((await decide(proposal, { intent: 'decider', 'champ-description': 'prendre' })).status).toBe(302)
    expect(await text(keeper.page)).toContain('Appui à trois écoles.')
    expect((await mailsTo(database.superuser, keeper.person.email)).at(-1)!.props).toMatchObject({
      published: true,
      whole: true,
    })
    expect(await text(keeper.own, keeper.cookie)).toContain('Vérifiée le')
  })

  it('waits as a draft that its author alone sees, is previewed, then sent or given up', async () => {
    const keeper = await aKeeper()
    const drafted = await send(keeper, { acronym: 'ANA' }, 'apercu')
    expect(drafted.headers.get('location')).toBe(`${keeper.own}/apercu`)
    expect(await text(`${keeper.own}/apercu`, keeper.cookie)).toContain('ANA')
    const [{ id }] = await rows('select id from page_proposal where organisation_id = $1', [keeper.id])
    expect((await get(`${DESK}/propositions/${id}`, staff)).status).toBe(404)
    await post(`${keeper.own}/apercu`, { intent: 'envoyer' }, keeper.cookie)
    expect(await waiting(keeper)).toBe(id)
    await post(`${keeper.own}/apercu`, { intent: 'abandonner' }, keeper.cookie)
    expect(await rows('select 1 from page_proposal where organisation_id = $1', [keeper.id])).toEqual([])
  })

  it('once sent stays with the team, whatever is looked at or saved meanwhile', async () => {
    const keeper = await aKeeper()
    await send(keeper, { acronym: 'ANA' })
    const proposal = await waiting(keeper)
    await send(keeper, { acronym: 'ANB' }, 'apercu')
    expect(await waiting(keeper)).toBe(proposal)
    const saved = await send(keeper, { acronym: 'ANC' }, 'brouillon')
    expect(saved.headers.get('location')).toBe(`${keeper.own}?fait=page-envoyee`)
    expect(await text(`${DESK}/propositions/${proposal}`, staff)).toContain('ANC')
  })

  it('is decided while its people save it, and neither waits for the other for ever', async () => {
    const keeper = await aKeeper()
    await send(keeper, { acronym: 'ANA' })
    const proposal = await waiting(keeper)
    const holding = database.superuser
    const blocked = `select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))`
    await holding.query('begin')
    try {
      // Held as by the member's own act: the team waits for it, and holds nothing that act needs.
      await holding.query('select 1 from organisation where id = $1 for update', [keeper.id])
      const decided = decide(proposal, { intent: 'decider', 'champ-acronym': 'prendre' })
      await expect.poll(() => rows(blocked), { timeout: 20_000 }).not.toEqual([])
      await holding.query('select 1 from page_proposal where id = $1 for update nowait', [proposal])
      await holding.query('commit')
      expect((await decided).status).toBe(302)
    } finally {
      await holding.query('rollback')
    }
  })

  it('keeps what was typed when something is wrong, each fault at its field', async () => {
    const keeper = await aKeeper()
    const refused = await send(keeper, {
      name: '',
      website: 'pas une adresse',
      phone: 'appelez-moi',
      note: 'Gardé',
    })
    const html = decoded(await refused.text())
    expect(refused.status).toBe(422)
    for (const words of [
      'Indiquez le nom',
      'Cette adresse n’est pas valide',
      'Ce numéro n’est pas valide',
      'Gardé',
    ])
      expect(html).toContain(words)
    const same = await send(keeper, {})
    expect([same.status, (await same.text()).includes('Rien n’a changé')]).toEqual([422, true])
  })

  it('takes some of a proposal and says why of the rest', async () => {
    const keeper = await aKeeper()
    await send(keeper, { acronym: 'ANA', website: 'www.essai.example' })
    const proposal = await waiting(keeper)
    const part = { intent: 'decider', 'champ-acronym': 'prendre', 'champ-website': 'laisser' }
    const silent = await decide(proposal, part)
    expect([silent.status, (await silent.text()).includes('Dites pourquoi')]).toEqual([422, true])
    expect((await decide(proposal, { ...part, reason: 'Le site ne répond pas' })).status).toBe(302)
    const [row] = await rows('select acronym, website from organisation where id = $1', [keeper.id])
    expect(row).toEqual({ acronym: 'ANA', website: null })
    expect(await text(keeper.own, keeper.cookie)).toContain('Le site ne répond pas')
    expect((await decide(proposal, part, 'x')).status).toBe(404)
  })

  it('asks whose words stay only where both changed the same field', async () => {
    const keeper = await aKeeper()
    await send(keeper, { acronym: 'ANA', description: 'Appui à trois écoles.' })
    const proposal = await waiting(keeper)
    const before = stampIn(await text(`${DESK}/propositions/${proposal}`, staff))
    await rows(`update organisation set acronym = 'AN', version = version + 1 where id = $1`, [keeper.id])
    const all = { intent: 'decider', 'champ-description': 'prendre' }
    expect((await decide(proposal, { ...all, 'champ-acronym': 'prendre' }, before)).status).toBe(409)
    const shown = await text(`${DESK}/propositions/${proposal}`, staff)
    expect(shown.match(/Changé aussi par quelqu’un d’autre/g)).toHaveLength(1)
    const unasked = await decide(proposal, all)
    expect([unasked.status, (await unasked.text()).includes('choisissez pour chacun')]).toEqual([422, true])
    const kept = { ...all, 'champ-acronym': 'laisser', reason: 'Le sigle vient d’être corrigé' }
    expect((await decide(proposal, kept)).status).toBe(302)
    const [row] = await rows('select acronym, description from organisation where id = $1', [keeper.id])
    expect(row).toEqual({ acronym: 'AN', description: 'Appui à trois écoles.' })
  })

  it('typed over a page that changed meanwhile undoes nobody’s work', async () => {
    const keeper = await aKeeper()
    const stamp = stampIn(await text(`${keeper.own}/modifier`, keeper.cookie))
    await rows(`update organisation set description = 'Corrigé par le réseau' where id = $1`, [keeper.id])
    const late = await post(
      `${keeper.own}/modifier`,
      { ...PAGE, acronym: 'ANA', stamp, intent: 'envoyer' },
      keeper.cookie,
    )
    expect([late.status, (await late.text()).includes('La page a changé')]).toEqual([409, true])
    expect(await waiting(keeper)).toBeUndefined()
  })

  it('is published at once where the network chose so, and the team is told', async () => {
    expect((await get(`${DESK}/propositions/reglages`, staff)).status).toBe(403)
    await post(`${DESK}/propositions/reglages`, { months: '12', atOnce: 'oui' }, admin)
    const keeper = await aKeeper()
    const lead = async () =>
      (await text(`${keeper.own}/modifier`, keeper.cookie)).match(/class="lead">([^<]*)/)?.[1]
    expect(await lead()).toContain('paraissent dès que vous les envoyez')
    const sent = await send(keeper, { description: 'Appui à quatre écoles.' })
    expect(sent.headers.get('location')).toContain('page-publiee')
    expect(await text(keeper.page)).toContain('Appui à quatre écoles.')
    expect(await text('/so-cooperation/espace/notifications', staff)).toContain(
      'Louison Essai a modifié la page',
    )
    await post(`${DESK}/propositions/reglages`, { months: '12' }, admin)
    expect(await lead()).toContain('relit vos modifications')
  })

  it('says in one click that all is right, and leaves the directory at once when it is asked', async () => {
    const keeper = await aKeeper({ address: '1 rue du Puits' })
    await post(keeper.own, { intent: 'verifier' }, keeper.cookie)
    expect(await text(keeper.own, keeper.cookie)).toContain('Vérifiée le')
    const [{ fresh }] = await rows(
      'select updated_at < verified_at as fresh from organisation where id = $1',
      [keeper.id],
    )
    expect(fresh).toBe(true)
    const choices = ['aggregated', 'shownToNetworks', 'contactable']
    await post(`${keeper.own}/choix`, { choix: choices }, keeper.cookie)
    expect((await get(keeper.page)).status).toBe(404)
    await post(`${keeper.own}/choix`, { choix: ['published'] }, keeper.cookie)
    expect((await get(keeper.page)).status).toBe(200)
    const [row] = await rows('select aggregated, contactable from organisation where id = $1', [keeper.id])
    expect(row).toEqual({ aggregated: false, contactable: false })
  })

  it('that the team withdrew is not shown again by who represents it', async () => {
    const keeper = await aKeeper()
    await post(`${DESK}/structures/${keeper.id}`, { intent: 'retirer' }, staff)
    expect(await text(`${keeper.own}/choix`, keeper.cookie)).toContain('a retiré cette page')
    const asked = await post(`${keeper.own}/choix`, { choix: ['published', 'aggregated'] }, keeper.cookie)
    expect(asked.status).toBe(409)
    expect((await get(keeper.page)).status).toBe(404)
    // Hidden by its keeper, shown, then withdrawn by the team: the last word is the team's.
    await post(`${DESK}/structures/${keeper.id}`, { intent: 'publier' }, staff)
    await post(`${keeper.own}/choix`, { choix: ['aggregated'] }, keeper.cookie)
    await post(`${DESK}/structures/${keeper.id}`, { intent: 'montrer' }, staff)
    await post(`${DESK}/structures/${keeper.id}`, { intent: 'retirer' }, staff)
    expect((await post(`${keeper.own}/choix`, { choix: ['published'] }, keeper.cookie)).status).toBe(409)
  })

  it('at somebody’s home shows the public its town alone', async () => {
    const keeper = await aKeeper({ address: '1 rue du Puits', point: { lat: 46.3301, lon: -0.4502 } })
    const points = async () =>
      (
        await rows(
          `select l.lat, l.lon from organisation o join organisation_listing l using (network_id, id) where id = $1
           union all select lat, lon from organisation where id = $1`,
          [keeper.id],
        )
      ).map(({ lat, lon }) => `${lat} ${lon}`)
    expect(await points()).toEqual(['46.3301 -0.4502', '46.3301 -0.4502'])
    expect(await text(keeper.page)).toContain('1 rue du Puits')
    await send(keeper, { address: '1 rue du Puits', seatPrivate: 'oui' })
    await decide(await waiting(keeper), { intent: 'decider', 'champ-seatPrivate': 'prendre' })
    expect(await points()).not.toContain('46.3301 -0.4502')
    const html = await text(keeper.page)
    expect([html.includes('rue du Puits'), html.includes('Niort')]).toEqual([false, true])
  })

  it('of another organisation, or of another network, is not there', async () => {
    const [one, other] = [await aKeeper(), await aKeeper()]
    const elsewhere = one.own.replace('so-cooperation', 'gescod')
    for (const path of ['', '/modifier', '/choix', '/apercu']) {
      expect((await get(`${other.own}${path}`, one.cookie)).status, path).toBe(404)
      expect([403, 404]).toContain((await get(`${elsewhere}${path}`, one.cookie)).status)
    }
    const holder = await aPerson(database.superuser, { 'so-cooperation': 'holder' })
    expect((await get(one.own, await signedIn(app, holder))).status).toBe(403)
    await send(one, { acronym: 'ANA' })
    const stranger = await signedIn(app, await aPerson(database.superuser, { gescod: 'admin' }))
    const across = `/gescod/bureau/propositions/${await waiting(one)}`
    expect((await get(across, stranger)).status).toBe(404)
    expect((await post(across, { intent: 'refuser', reason: 'Non' }, stranger)).status).toBe(404)
  })
})
