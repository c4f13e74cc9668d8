import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aListing, rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let cookie: string
let listing: Awaited<ReturnType<typeof aListing>>

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  listing = await aListing(staff, { name: 'Kara' })
})

const network = 'so-cooperation'
const asked = (input: unknown) => `input=${encodeURIComponent(JSON.stringify(input))}`
const get = (call: string, headers: Record<string, string> = { cookie }) =>
  app.request(`/api/trpc/${call}`, { headers })
const post = (call: string, input: unknown, headers: Record<string, string> = { cookie }) =>
  app.request(`/api/trpc/${call}`, {
    method: 'POST',
    body: JSON.stringify(input),
    headers: { 'content-type': 'application/json', ...headers },
  })
const batch = (procedure: string, count: number, input: object) => ({
  path: `${Array(count).fill(procedure).join(',')}?batch=1`,
  inputs: Object.fromEntries(Array.from({ length: count }, (_, n) => [n, input])),
})

describe('A batch', () => {
  it('of ten calls is answered, each by itself', async () => {
    const { path, inputs } = batch('directory.getListing', 10, { network, slug: listing.slug })
    const response = await get(`${path}&${asked(inputs)}`)
    expect(response.status).toBe(200)
    const answers = await response.json()
    expect(answers.map((one: { result: { data: { name: string } } }) => one.result.data.name)).toEqual(
      Array(10).fill('Kara'),
    )
  })

  it('of eleven is refused whole: no call of it is made', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    const { path, inputs } = batch('crm.createOrganisation', 11, {
      network,
      organisation: { name: 'Lot', kind: 'other' },
    })
    expect((await post(path, inputs)).status).toBe(400)
    expect((await get(`${batch('directory.getListing', 500, {}).path}&${asked({})}`)).status).toBe(400)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })
})

describe('A procedure that writes', () => {
  it('is not called by a link', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    for (const procedure of [
      'crm.unpublishOrganisation',
      'crm.publishOrganisation',
      'crm.createOrganisation',
    ])
      expect((await get(`${procedure}?${asked({ network, id: listing.id })}`)).status, procedure).toBe(405)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })
})
