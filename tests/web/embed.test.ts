import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
const FRAMES = [
  '/so-cooperation/embed/annuaire',
  '/so-cooperation/embed/carte',
  '/so-cooperation/embed/projets',
  '/so-cooperation/embed/projets?vue=carte',
]
const CHOICE = '/so-cooperation/bureau/integrer'

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, await aPerson(database.superuser, { 'so-cooperation': 'admin' }))
  const { id } = await aListing(staff, { name: 'Abeilles', countries: ['TG'] })
  await aListing(staff, { name: 'Baobab', countries: ['ML'] })
  await aPublishedProject(staff, { title: 'Puits de Tsévié', holders: [id], countries: ['TG'] })
  await aPublishedProject(staff, { title: 'Maraîchage', holders: [id], countries: ['ML'] })
})

const read = async (path: string, headers: Record<string, string> = {}) =>
  (await app.request(path, { headers })).text()
const ancestorsOf = (response: Response) =>
  response.headers.get('content-security-policy')?.match(/frame-ancestors ([^;]*)/)?.[1]
const limit = (sites: string, as = cookie) =>
  app.request(CHOICE, { method: 'POST', body: form({ sites }), headers: { cookie: as } })

describe('A frame for another site', () => {
  it('may be shown by any site, and no other page may', async () => {
    for (const path of FRAMES) {
      const response = await app.request(path)
      expect(response.status).toBe(200)
      expect(ancestorsOf(response)).toBe('*')
      expect(response.headers.get('x-frame-options')).toBeNull()
      expect(response.headers.get('x-framed-by')).toBeNull()
    }
    for (const path of [
      '/so-cooperation/annuaire',
      '/',
      '/connexion',
      '/nulle-part/embed/annuaire',
      '/so-cooperation/embed/autre',
    ]) {
      const response = await app.request(path)
      expect(ancestorsOf(response), path).toBe("'none'")
      expect(response.headers.get('x-frame-options'), path).toBe('DENY')
    }
  })

  it('leaves no cookie, even to who is signed in, and asks no search engine in', async () => {
    for (const path of FRAMES) {
      const response = await app.request(path, { headers: { cookie } })
      expect(response.headers.get('set-cookie')).toBeNull()
      expect(await response.text()).toContain('<meta name="robots" content="noindex"/>')
    }
  })

  it('has neither our header nor our footer, and its links leave it', async () => {
    const html = await read(FRAMES[0]!)
    expect(html).toContain('2 structures')
    const elements = elementsOf(html)
    expect(elements.filter(({ name }) => ['header', 'footer'].includes(name))).toEqual([])
    const leaving = elements.filter(
      ({ name, attributes }) => name === 'a' && attributes.get('href')?.startsWith('http'),
    )
    expect(leaving.length).toBe(3)
    expect(new Set(leaving.map(({ attributes }) => attributes.get('target')))).toEqual(new Set(['_parent']))
    expect(await read(`${FRAMES[0]}?liens=onglet`)).toContain('target="_blank"')
  })

  it('shows what its address fixes, and lets the reader search the rest', async () => {
    const html = await read(`${FRAMES[0]}?country=TG&fixe=country`)
    expect(html).toContain('Abeilles')
    expect(html).not.toContain('Baobab')
    const fields = elementsOf(html).filter(({ name }) => name === 'input' || name === 'select')
    expect(fields.map(({ attributes }) => [attributes.get('type'), attributes.get('name')])).toEqual(
      expect.arrayContaining([
        ['hidden', 'country'],
        ['hidden', 'fixe'],
        ['search', 'q'],
        [undefined, 'sector'],
      ]),
    )
    expect(
      fields.filter(({ name, attributes }) => name === 'select' && attributes.get('name') === 'country'),
    ).toEqual([])
    expect(await read(`${FRAMES[0]}?libre=non`)).not.toContain('<form')
  })

  it('shows projects, and keeps what its address fixes when their map is asked for', async () => {
    const html = await read('/so-cooperation/embed/projets?country=TG&fixe=country')
    expect(html).toContain('Puits de Tsévié')
    expect(html).not.toContain('Maraîchage')
    const link = elementsOf(html).find(({ attributes }) => attributes.get('href')?.includes('vue=carte'))
    expect(link?.attributes.get('href')).toBe('?country=TG&fixe=country&vue=carte&page=1')
    expect(await read('/so-cooperation/embed/projets?vue=carte')).toContain('Natural Earth')
  })

  it('wears the colour asked, darkened until it can be read', async () => {
    expect(await read(`${FRAMES[0]}?couleur=004499`)).toContain('--brand:#004499')
    const pale = (await read(`${FRAMES[0]}?couleur=ffff00`)).match(/--brand:(#[0-9a-f]{6})/)?.[1]
    expect(pale).not.toBe('#ffff00')
    const own = (await read(FRAMES[0]!)).match(/--brand:(#[0-9a-f]{6})/)?.[1]
    expect((await read(`${FRAMES[0]}?couleur=red;x`)).match(/--brand:(#[0-9a-f]{6})/)?.[1]).toBe(own)
  })

  it('is resized by a script of ours', async () => {
    expect(await read(FRAMES[0]!)).toContain('src="/embed/cadre.js"')
    const script = await app.request('/embed/cadre.js')
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(await script.text()).toContain('postMessage')
  })
})

describe('The page that makes a frame', () => {
  it('offers the projects too, as a list or as a map, narrowed to a country', async () => {
    const address = async (query: string) =>
      elementsOf(await read(`${CHOICE}?${query}`, { cookie }))
        .find(({ name }) => name === 'iframe')!
        .attributes.get('src')
    expect(await address('quoi=projets&country=TG')).toBe(
      '/so-cooperation/embed/projets?country=TG&fixe=country',
    )
    expect(await address('quoi=carte-projets&adherents=oui')).toBe('/so-cooperation/embed/projets?vue=carte')
    expect(await address('quoi=projets&country=PE')).toBe('/so-cooperation/embed/projets')
  })

  it('shows the choice and gives the code to copy', async () => {
    const html = await read(`${CHOICE}?quoi=carte&country=TG&libre=non&hauteur=650`, { cookie })
    const frame = elementsOf(html).find(({ name }) => name === 'iframe')!
    expect(frame.attributes.get('src')).toBe('/so-cooperation/embed/carte?country=TG&fixe=country&libre=non')
    expect(html).toContain('&lt;!-- wp:html --&gt;')
    expect(html).toContain('height:650px')
    expect(html).toContain('http://maillage.test/embed/cadre.js')
  })

  it('limits the frame to the sites it is told', async () => {
    expect((await limit('www.reseau.org/annuaire')).status).toBe(302)
    expect(ancestorsOf(await app.request(FRAMES[0]!))).toBe("'self' https://www.reseau.org")
    expect(ancestorsOf(await app.request('/resacoop/embed/annuaire'))).toBe('*')
    const refused = await limit("*; script-src 'unsafe-inline'")
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('n’est pas l’adresse d’un site')
    expect(ancestorsOf(await app.request(FRAMES[0]!))).toBe("'self' https://www.reseau.org")
    const { rows } = await database.superuser.query(
      `select action from audit_entry where action = 'site.framing_limited'`,
    )
    expect(rows).toHaveLength(1)
    await limit('')
    expect(ancestorsOf(await app.request(FRAMES[0]!))).toBe('*')
  })

  it('is for who edits the site', async () => {
    const member = await aPerson(database.superuser, { 'so-cooperation': 'member' })
    const theirs = await signedIn(app, member)
    expect((await limit('https://a.org', theirs)).status).toBe(403)
    expect((await app.request(CHOICE)).status).toBe(302)
  })
})
