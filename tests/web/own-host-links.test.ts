import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { addPicture } from '#server/projects/picture/add-picture.server.ts'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'
import { picture } from '#tests/support/sample-files.ts'

const database = useDatabase()
const HOST = 'www.so-essai.org'
const ORIGIN = `http://${HOST}`
const PRODUCT = 'http://maillage.test'
let app: TestApp
let listing: string
let cookie: string
let project: string

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  await database.superuser.query(
    `insert into network_host (network_id, host, token, verified_at) values ($1, $2, 'essai', now())`,
    [staff.network.id, HOST],
  )
  const own = await aListing(staff, { name: 'Les Amis du Mono', countries: ['TG'] })
  listing = own.slug
  cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
  const made = await aPublishedProject(staff, { holders: [own.id], lat: 6.4, lon: 1.2, place: 'Tsévié' })
  project = made.slug
  await addPicture(
    staff,
    made.id,
    { name: 'puits.png', bytes: await picture('png') },
    { alt: 'Un puits', credit: '' },
  )
})

const at = (path: string) => app.request(path, { headers: { host: HOST } })

const PAGES = () => [
  '/',
  '/annuaire',
  '/annuaire?vue=carte&country=TG',
  '/annuaire?vue=deux',
  '/annuaire/statistiques',
  '/annuaire/imprimer',
  `/annuaire/${listing}`,
  `/annuaire/${listing}/message`,
  '/projets',
  '/projets?vue=carte',
  `/projets/${project}`,
  '/equipe',
  '/embed/annuaire',
]
/** Of everyone and not of a network: only the product has them. */
const SHARED = [`${PRODUCT}/`, `${PRODUCT}/annuaire`]

const decoded = (text: string) =>
  text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
const NAMES = /\s((?:xlink:)?href|src(?:set)?|(?:form)?action|poster|content)="([^"]*)"/gi

/** Every address the elements of a page name: a link, a form, or what the page is made of. */
function addressesIn(html: string, page: string) {
  const found: { element: string; url: URL }[] = []
  for (const [tag, element] of html.matchAll(/<([a-z]+)\s[^>]*>/gi))
    for (const [, name, value] of tag.matchAll(NAMES)) {
      const text = decoded(value!)
      if (name === 'content' && !/^https?:/.test(text)) continue
      const all = name === 'srcset' ? text.split(',').map((one) => one.trim().split(' ')[0]!) : [text]
      for (const one of all) {
        const url = new URL(one, ORIGIN + page)
        if (/^https?:$/.test(url.protocol)) found.push({ element: element!.toLowerCase(), url })
      }
    }
  return found
}

describe('At its own host, a network’s page', () => {
  const asked = new Map<string, Promise<number>>()
  const statusOf = ({ pathname, search }: URL) => {
    const path = pathname + search
    if (!asked.has(path))
      asked.set(
        path,
        Promise.resolve(at(path)).then(({ status }) => status),
      )
    return asked.get(path)!
  }

  it('names nothing that is not there, and leads nowhere else', async () => {
    for (const page of PAGES()) {
      const answer = await at(page)
      expect(answer.status, page).toBe(200)
      const addresses = addressesIn(await answer.text(), page)
      expect(addresses.length, page).toBeGreaterThan(6)
      for (const { element, url } of addresses) {
        const what = `${page}: <${element}> ${url.href}`
        if (element === 'iframe' || SHARED.includes(url.href) || url.href === 'https://socooperation.org/')
          continue
        expect(url.origin, what).toBe(ORIGIN)
        expect(url.pathname, what).not.toMatch(/^\/so-cooperation/)
        // Forms are sent; those that only ask are pages, met as links too.
        if (element !== 'form') expect(await statusOf(url), what).toBe(200)
      }
    }
    expect(asked.size).toBeGreaterThan(50)
  })

  it('is read by a browser, which asks it compressed', async () => {
    const headers = { host: HOST, 'accept-encoding': 'gzip, deflate, br' }
    const answer = await app.request(`/annuaire/${listing}`, { headers })
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    const html = gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()
    expect(html).toContain('Les Amis du Mono</h1>')
    expect(html).not.toMatch(/(href|action)="\/so-cooperation/)
  })

  it('tells search engines and feed readers the same addresses', async () => {
    const data = await (await at(`/projets/${project}`)).text()
    expect(data).toContain(`"url":"${ORIGIN}/annuaire/${listing}"`)
    for (const path of [
      '/sitemap.xml',
      '/robots.txt',
      '/annuaire/flux.xml',
      '/annuaire/flux.json',
      '/projets/flux.xml',
      '/projets/flux.json',
    ]) {
      const text = await (await at(path)).text()
      expect(text, path).not.toContain('so-cooperation')
      const named = [...text.matchAll(/http:\/\/[^\s"<&]+/g)].map(([url]) => new URL(url))
      const own = named.filter(({ origin }) => !/w3\.org|sitemaps\.org|purl\.org/.test(origin))
      expect(own.length, path).toBeGreaterThan(0)
      for (const url of own) {
        expect(url.origin, `${path}: ${url.href}`).toBe(ORIGIN)
        expect(await statusOf(url), `${path}: ${url.href}`).toBe(200)
      }
    }
  })

  it('moves its maps in a frame of the product, which may be there and leads back', async () => {
    const limited = await app.request('/so-cooperation/bureau/integrer', {
      method: 'POST',
      body: form({ sites: 'https://autre.example' }),
      headers: { cookie },
    })
    expect(limited.status).toBe(302)
    for (const [page, points, target] of [
      ['/annuaire?vue=carte&country=TG', 'annuaire', `${ORIGIN}/annuaire/${listing}`],
      ['/projets?vue=carte', 'projets', `${ORIGIN}/projets/${project}`],
    ] as const) {
      const answer = await at(page)
      expect(answer.headers.get('content-security-policy')).toContain(`frame-src 'self' ${PRODUCT};`)
      const frame = new URL(decoded((await answer.text()).match(/<iframe src="([^"]+)"/)?.[1] ?? ''))
      expect(frame.origin).toBe(PRODUCT)
      const framed = await app.request(frame.pathname + frame.search)
      expect(framed.status).toBe(200)
      expect(framed.headers.get('content-security-policy')).toContain(
        `frame-ancestors 'self' ${ORIGIN} https://autre.example`,
      )
      const html = await framed.text()
      expect(html).toContain('<script')
      const query = `bbox=-180,-85,180,85&z=9${page.includes('country') ? '&country=TG' : ''}`
      const read = async (more: string) =>
        (await app.request(`/so-cooperation/${points}/points?${query}${more}`)).json()
      expect((await read('&cadre=1')).items.map(({ href }: { href: string }) => href)).toEqual([target])
      expect((await read('')).items[0].href).toBe(target.replace(ORIGIN, '/so-cooperation'))
    }
  })

  it('sends to the product the frames that need scripts, and back to itself who chooses a language', async () => {
    const sent = await at('/embed/carte?country=TG')
    expect(sent.status).toBe(302)
    expect(sent.headers.get('location')).toBe(`${PRODUCT}/so-cooperation/embed/carte?country=TG`)
    const chosen = await app.request('/compte/langue', {
      method: 'POST',
      body: form({ langue: 'en', retour: '/so-cooperation/annuaire?q=eau' }),
      headers: { host: HOST, origin: ORIGIN },
    })
    expect(chosen.headers.get('location')).toBe('/annuaire?q=eau')
    expect((await at('/compte/langue')).headers.get('location')).toBe('/')
  })
})
