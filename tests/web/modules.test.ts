import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rawPool } from '#db/client.ts'
import { readNetworks } from '#server/kernel/networks.ts'
import { loadNetworks } from '#tenants/load.ts'
import { useDatabase } from '#tests/support/database.ts'
import { elementsOf } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
let listing: Awaited<ReturnType<typeof aListing>>

/** Guyacoop as if it had no directory, though it published something when it still had one. */
beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'guyacoop')
  listing = await aListing(staff)
  cookie = await signedIn(app, staff.account)
  const without = loadNetworks().map((network) =>
    network.slug === 'guyacoop'
      ? { ...network, modules: network.modules.filter((module) => module !== 'directory') }
      : network,
  )
  await readNetworks(rawPool(), without)
})
afterAll(() => readNetworks(rawPool()))

const status = async (path: string, init?: RequestInit) => (await app.request(path, init)).status
const intoDirectory = (link: string) => link.startsWith('/guyacoop/annuaire')
const linksOf = async (path: string) => {
  const html = await (await app.request(path, { headers: { cookie } })).text()
  return elementsOf(html).flatMap(({ attributes }) => attributes.get('href') ?? [])
}
const input = (given: object) => encodeURIComponent(JSON.stringify({ network: 'guyacoop', ...given }))

describe('A module that is off', () => {
  it('is absent from the pages, as if its addresses had never been', async () => {
    for (const path of [
      '/guyacoop/annuaire',
      '/guyacoop/annuaire?q=eau',
      `/guyacoop/annuaire/${listing.slug}`,
    ])
      expect(await status(path), path).toBe(404)
    expect(await linksOf('/guyacoop')).toContain('/guyacoop')
    expect((await linksOf('/guyacoop')).filter(intoDirectory)).toEqual([])
  })

  it('is absent from the API and from tRPC', async () => {
    const api = '/api/v1/guyacoop/organisations'
    for (const path of [api, `${api}.csv`, `${api}.geojson`, `${api}/${listing.slug}`])
      expect(await status(path), path).toBe(404)
    expect(await status(`/api/trpc/directory.findListings?input=${input({ filters: {} })}`)).toBe(404)
    expect(await status(`/api/trpc/directory.getListing?input=${input({ slug: listing.slug })}`)).toBe(404)
  })

  it('cannot be acted upon by staff, whose other work goes on', async () => {
    const record = `/guyacoop/bureau/structures/${listing.id}`
    const before = await rowCounts(database.owner, database.superuser)
    const unpublish = { method: 'POST', body: form({ intent: 'retirer' }), headers: { cookie } }
    expect(await status(record, unpublish)).toBe(404)
    const call = { method: 'POST', body: decodeURIComponent(input({ id: listing.id })) }
    const headers = { cookie, 'content-type': 'application/json' }
    expect(await status('/api/trpc/crm.unpublishOrganisation', { ...call, headers })).toBe(404)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
    expect(await status(record, { headers: { cookie } })).toBe(200)
    const links = await linksOf('/guyacoop/bureau')
    expect(links).toContain('/guyacoop/bureau/structures')
    expect(links.filter(intoDirectory)).toEqual([])
  })

  it('is absent from the record that it published', async () => {
    const record = `/guyacoop/bureau/structures/${listing.id}`
    const html = await (await app.request(record, { headers: { cookie } })).text()
    const acts = elementsOf(html).map(({ attributes }) => attributes.get('value'))
    expect(acts.filter((act) => act === 'publier' || act === 'retirer')).toEqual([])
    expect(html.replace(/<script.*?<\/script>/gs, '')).not.toMatch(/annuaire/)
  })

  it('is not off for the others', async () => {
    expect(await status('/resacoop/annuaire')).toBe(200)
    expect(await status('/api/v1/resacoop/organisations')).toBe(200)
  })
})
