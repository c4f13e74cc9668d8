import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { activeContent } from '#tests/support/html-elements.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'

const database = useDatabase()
let app: TestApp

/** A fault of ours, as real as can be: a table every public page reads has lost its name. */
beforeAll(async () => {
  app = await startApp()
  await database.owner.query('alter table organisation_listing rename to organisation_listing_lost')
})
afterAll(() => database.owner.query('alter table organisation_listing_lost rename to organisation_listing'))

const SECRETS =
  /organisation_listing|select |at .*\.(?:ts|js):\d|node_modules|postgres|Failed query|relation/i
const trpc = (input: object) =>
  `/api/trpc/directory.findListings?input=${encodeURIComponent(JSON.stringify(input))}`

describe('A fault of ours', () => {
  it.each(['/annuaire', '/so-cooperation/annuaire?q=eau', '/so-cooperation/annuaire/x', '/'])(
    'is a page that says so, gives a reference and nothing of the inside: %s',
    async (path) => {
      const response = await app.request(path)
      const html = await response.text()
      expect(response.status).toBe(500)
      expect(html).toContain('Quelque chose n’a pas fonctionné')
      expect(html).toContain(response.headers.get('x-request-id'))
      expect(html).not.toMatch(SECRETS)
      const nonce = response.headers.get('content-security-policy')!.match(/'nonce-([^']+)'/)![1]!
      expect(activeContent(html, nonce)).toEqual([])
    },
  )

  it.each([
    '/api/v1/organisations',
    '/api/v1/so-cooperation/organisations',
    '/api/v1/so-cooperation/organisations/x',
    trpc({ network: 'so-cooperation', filters: {} }),
    '/so-cooperation/annuaire.data',
  ])('is an answer of its status that tells nothing of the inside: %s', async (path) => {
    const response = await app.request(path)
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).not.toMatch(SECRETS)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('leaves the rest standing', async () => {
    expect((await app.request('/connexion')).status).toBe(200)
    expect((await app.request('/healthz')).status).toBe(200)
  })
})
