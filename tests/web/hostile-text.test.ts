import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { SCRIPT_ADDRESSES, SCRIPTS } from '#tests/support/hostile-texts.ts'
import { activeContent, decoded, elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
const listings: { id: string; slug: string; text: string }[] = []

/** Every field a person types in says the same hostile thing. */
beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  for (const text of ['Témoin', ...SCRIPTS]) {
    const fields = {
      name: text,
      acronym: text.slice(0, 40),
      aliases: [text],
      address: text,
      description: text,
    }
    listings.push({ ...(await aListing(staff, fields)), text: text.replaceAll('\0', '') })
  }
})

async function page(path: string) {
  const response = await app.request(path, { headers: { cookie } })
  const html = await response.text()
  const nonce = response.headers.get('content-security-policy')!.match(/'nonce-([^']+)'/)![1]!
  const names = [...new Set(elementsOf(html).map(({ name }) => name))].sort()
  return { html, names, active: activeContent(html, nonce), status: response.status }
}

const RECORD = '/so-cooperation/bureau/structures'
const PAGES: Record<string, (one: { id: string; slug: string }) => string> = {
  'its page': ({ slug }) => `/so-cooperation/annuaire/${slug}`,
  'its record': ({ id }) => `${RECORD}/${id}`,
  'its form': ({ id }) => `${RECORD}/${id}/modifier`,
}

describe.each(Object.entries(PAGES))('A hostile text of an organisation, on %s', (_, path) => {
  it('makes no element, no handler, no script, and is read as it was written', async () => {
    const [witness, ...hostile] = listings
    const { names } = await page(path(witness!))
    for (const one of hostile) {
      const seen = await page(path(one))
      expect(seen.active, one.text).toEqual([])
      expect(seen.names, one.text).toEqual(names)
      const [heading] = seen.html.match(/<h1>.*?<\/h1>/s)!
      expect(decoded(heading), one.text).toContain(one.text)
      const title = elementsOf(seen.html).find(({ name }) => name === 'title')!
      expect(decoded(title.text), one.text).toContain(one.text)
    }
  })
})

describe('Hostile texts together', () => {
  it.each(['/so-cooperation/annuaire?per_page=100', '/annuaire?per_page=100', RECORD, `${RECORD}?page=2`])(
    'make no element of a list: %s',
    async (path) => {
      const { names } = await page(path.includes('bureau') ? `${RECORD}?q=temoin` : `${path}&q=temoin`)
      const seen = await page(path)
      expect(seen.active).toEqual([])
      expect(seen.names.filter((name) => !['a', 'nav', ...names].includes(name))).toEqual([])
    },
  )

  it.each(SCRIPTS)('typed as a search, a path or an e-mail are only shown: %j', async (text) => {
    const asked = new URLSearchParams({ q: text, page: text, country: text, fait: text, retour: `/${text}` })
    const path = encodeURIComponent(text).replaceAll('%00', '')
    const visited = ['/so-cooperation/annuaire?', `${RECORD}?`].map((start) => start + asked)
    for (const address of [...visited, `/so-cooperation/annuaire/${path}`])
      if (!/%5c|%[01]./i.test(address.split('?')[0]!))
        expect((await page(address)).active, address).toEqual([])
    const refused = await app.request('/connexion', {
      method: 'POST',
      body: form({ email: text, password: '', retour: `/${text}` }),
    })
    const nonce = refused.headers.get('content-security-policy')!.match(/'nonce-([^']+)'/)![1]!
    expect(activeContent(await refused.text(), nonce)).toEqual([])
  })

  it('are data for the API, which never calls itself a page', async () => {
    const api = '/api/v1/so-cooperation/organisations'
    const { items } = await (await app.request(`${api}?per_page=100`)).json()
    expect(items.map((item: { name: string }) => item.name).sort()).toEqual(
      listings.map(({ text }) => text).sort(),
    )
    const answers = [
      api,
      `${api}.csv`,
      `${api}.geojson`,
      `${api}/${listings[1]!.slug}`,
      `${api}?kind=<script>alert(1)</script>`,
    ]
    for (const path of answers) {
      const { headers } = await app.request(path)
      expect(headers.get('content-type'), path).toMatch(/^(?:application\/(?:geo\+)?json|text\/csv)/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })
})

describe('An address of a site that is a program', () => {
  it.each(SCRIPT_ADDRESSES)('is refused at its field and kept nowhere: %j', async (website) => {
    const before = await rowCounts(database.owner, database.superuser)
    const body = form({ name: 'Site', type: 'association', website })
    const response = await app.request(`${RECORD}/nouvelle`, { method: 'POST', body, headers: { cookie } })
    expect(response.status).toBe(422)
    expect(await response.text()).toContain('Cette adresse n’est pas valide')
    const input = { network: 'so-cooperation', organisation: { name: 'Site', kind: 'association', website } }
    const headers = { cookie, 'content-type': 'application/json' }
    const call = { method: 'POST', body: JSON.stringify(input), headers }
    expect((await app.request('/api/trpc/crm.createOrganisation', call)).status).toBe(400)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })
})
