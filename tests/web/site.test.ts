import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { SCRIPT_ADDRESSES, SCRIPTS } from '#tests/support/hostile-texts.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const BUREAU = '/so-cooperation/bureau/site'
const PRIVATE = 'brouillon-qui-reste-prive'
let app: TestApp
let cookie: string
let staffCookie: string

beforeAll(async () => {
  app = await startApp()
  cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
  staffCookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'staff' }))
})

const post = (path: string, fields: Record<string, string | string[]>, sent = cookie) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: sent } })
const text = (intent: string, body = '', key = 'team') =>
  post(`${BUREAU}/textes/${key}?langue=fr`, { intent, body })
const read = async (path: string, headers = {}) => asRead(await (await app.request(path, { headers })).text())

describe('A text', () => {
  it('shows a default one, whose gaps are told to those who can fill them alone', async () => {
    expect(await read('/so-cooperation/mentions-legales')).not.toContain('À compléter par le réseau')
    expect(await read('/so-cooperation/mentions-legales', { cookie })).toContain('À compléter par le réseau')
    for (const path of ['/mentions-legales', '/accessibilite', '/confidentialite'])
      expect((await app.request(path)).status).toBe(200)
  })

  it('is private while it is a draft, shows at once when published, and comes back when undone', async () => {
    expect((await text('brouillon', PRIVATE)).status).toBe(302)
    expect(await read('/so-cooperation/equipe')).not.toContain(PRIVATE)
    expect(await read(`${BUREAU}/textes/team`, { cookie })).toContain(PRIVATE)
    await text('publier', 'Premier texte')
    expect(await read('/so-cooperation/equipe')).toContain('Premier texte')
    await text('publier', 'Second texte')
    expect(await read('/so-cooperation/equipe')).toContain('Second texte')
    await text('annuler')
    expect(await read('/so-cooperation/equipe')).toContain('Premier texte')
    const { rows } = await database.superuser.query(
      `select action from audit_entry where object_type = 'site_text' order by at`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'site.text_published',
      'site.text_published',
      'site.text_undone',
    ])
  })

  it('executes nothing and keeps its headings under the page’s own', async () => {
    const hostile = [...SCRIPTS, ...SCRIPT_ADDRESSES.map((address) => `[cliquez](${address})`)]
    await text('publier', ['# Grand titre', '#### Petit titre', ...hostile].join('\n\n').replaceAll('\0', ''))
    const page = await read('/so-cooperation/equipe')
    const written = page.split('class="written stack">')[1]!.split('</main>')[0]!
    expect(written).toContain('<h2>Grand titre</h2>')
    expect(written).toContain('<h3>Petit titre</h3>')
    expect(written).not.toMatch(
      /<(script|img|svg|iframe|object|base|form|meta|link|style|details|math|template)/i,
    )
    expect(written).not.toMatch(/<[^>]*\son\w+=/i)
    expect(written).not.toMatch(/<a href="(?!https?:|mailto:|tel:|\/|#)[^"]/i)
  })

  it('is not written by somebody of the staff who does not direct', async () => {
    expect((await post(`${BUREAU}/textes/team`, { intent: 'publier', body: 'x' }, staffCookie)).status).toBe(
      403,
    )
    expect((await app.request(BUREAU, { headers: { cookie: staffCookie } })).status).toBe(403)
  })

  it('of a name nobody knows is absent', async () => {
    for (const key of ['networks', 'rien', '__proto__'])
      expect((await text('publier', 'x', key)).status, key).toBe(404)
  })
})

describe('A colour', () => {
  it('that cannot be read is refused with a near one', async () => {
    const answer = await post(BUREAU, { intent: 'couleur', couleur: '#ffdd00' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Nous vous proposons #[0-9a-f]{6}/)
    expect((await post(BUREAU, { intent: 'couleur', couleur: 'red;x' })).status).toBe(422)
  })

  it('that reads shows at once on public pages, and the original comes back', async () => {
    expect((await post(BUREAU, { intent: 'couleur', couleur: '#123456' })).status).toBe(302)
    expect(await read('/so-cooperation')).toContain('--brand:#123456')
    await post(BUREAU, { intent: 'couleur-origine' })
    expect(await read('/so-cooperation')).toContain('--brand:#a63a16')
  })
})

describe('The list of texts', () => {
  it('says which are written, which wait, and what only the network can add', async () => {
    await text('brouillon', 'En attente', 'privacy')
    const html = await read(BUREAU, { cookie })
    for (const words of ['Un brouillon attend', 'À compléter : ', 'par défaut']) expect(html).toContain(words)
    await text('abandonner', '', 'privacy')
    expect(await read(`${BUREAU}/textes/privacy`, { cookie })).not.toContain('En attente')
  })
})

describe('A section switched off', () => {
  it('is absent from pages and from the API until it is on again', async () => {
    const staff = await staffOf(database.superuser, 'so-cooperation')
    await aListing(staff)
    await post(BUREAU, { intent: 'modules', module: ['projects'] })
    expect((await app.request('/so-cooperation/annuaire')).status).toBe(404)
    expect((await app.request('/api/v1/so-cooperation/organisations')).status).toBe(404)
    await post(BUREAU, { intent: 'modules', module: ['projects', 'directory'] })
    expect((await app.request('/so-cooperation/annuaire')).status).toBe(200)
  })
})

describe('Search engines', () => {
  it('are led to every network, and to every listing of each', async () => {
    const staff = await staffOf(database.superuser, 'resacoop')
    const { slug } = await aListing(staff)
    const index = await read('/sitemap.xml')
    expect(index.match(/<loc>/g)).toHaveLength(13)
    expect(index).toContain('<loc>http://maillage.test/resacoop/sitemap.xml</loc>')
    expect(await read('/resacoop/sitemap.xml')).toContain(
      `<loc>http://maillage.test/resacoop/annuaire/${slug}</loc>`,
    )
    expect(await read('/robots.txt')).toContain('Sitemap: http://maillage.test/sitemap.xml')
  })

  it('get a picture for each network', async () => {
    const picture = await app.request('/so-cooperation/partage.png')
    expect(picture.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
  })
})

describe('The language of a page', () => {
  it.each([
    ['en', 'en'],
    ['en-GB,en;q=0.9,fr;q=0.5', 'en'],
    ['de, en;q=0.4, fr;q=0.8', 'fr'],
    ['fr;q=0, en', 'en'],
    ['en;q=0', 'fr'],
    ['de', 'fr'],
    ['', 'fr'],
    ['en;q=zz', 'fr'],
  ])('asked as « %s » is %s', async (asked, told) => {
    const answer = await app.request('/', { headers: { 'accept-language': asked } })
    expect(await answer.text()).toContain(`<html lang="${told}"`)
    expect(answer.headers.get('vary')).toMatch(/accept-language/i)
  })

  it('is the one chosen by the switch before all', async () => {
    const headers = { 'accept-language': 'en', cookie: 'maillage_lng=fr' }
    expect(await read('/', headers)).toContain('<html lang="fr"')
  })
})
