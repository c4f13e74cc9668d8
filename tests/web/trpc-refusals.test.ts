import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { aPerson } from '#tests/support/people.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

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

describe('A refusal', () => {
  const id = '00000000-0000-7000-8000-000000000000'
  const REFUSALS: [string, number, string, () => Response | Promise<Response>][] = [
    [
      'no session',
      401,
      'kernel.sign_in_needed',
      () => get(`crm.getOrganisation?${asked({ network, id })}`, {}),
    ],
    [
      'another network',
      403,
      'kernel.forbidden',
      () => get(`crm.getOrganisation?${asked({ network: 'resacoop', id })}`),
    ],
    ['no such record', 404, 'kernel.not_found', () => get(`crm.getOrganisation?${asked({ network, id })}`)],
    [
      'no such listing',
      404,
      'kernel.not_found',
      () => get(`directory.getListing?${asked({ network, slug: 'x' })}`),
    ],
    [
      'a hostile slug',
      404,
      'kernel.not_found',
      () => get(`directory.getListing?${asked({ network, slug: 'a\0b' })}`),
    ],
    [
      'no such network',
      404,
      'kernel.not_found',
      () => get(`crm.getOrganisation?${asked({ network: 'x', id })}`),
    ],
    [
      'an old version',
      409,
      'crm.changed_meanwhile',
      () =>
        post('crm.updateOrganisation', {
          network,
          id: listing.id,
          version: 1,
          organisation: { name: 'K', kind: 'other' },
        }),
    ],
  ]
  it.each(REFUSALS)('has its status and its code, and carries no stack: %s', async (_, status, code, ask) => {
    const response = await ask()
    const text = await response.text()
    expect(response.status).toBe(status)
    expect(JSON.parse(text).error.message).toBe(code)
    expect(text).not.toMatch(/stack|node_modules|\.ts:\d|select /i)
  })

  it('of an input says which field, and carries no stack', async () => {
    const response = await post('crm.createOrganisation', {
      network,
      organisation: { name: '', kind: 'nope' },
    })
    const text = await response.text()
    expect(response.status).toBe(400)
    expect(text).toMatch(/name_missing/)
    expect(text).not.toMatch(/stack|node_modules|\.ts:\d/)
  })
})

describe('A network unknown, unconfirmed or out of reach', () => {
  it('answers a member of the public exactly as one that does not exist', async () => {
    const answers = await Promise.all(
      ['nowhere', 'karib-horizon', '__proto__', 'constructor'].map(async (slug) => {
        const response = await get(`directory.findListings?${asked({ network: slug, filters: {} })}`, {})
        return { status: response.status, body: await response.json() }
      }),
    )
    expect(answers[0]!.status).toBe(404)
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  it('needs the same grants as the pages', async () => {
    const outsider = await signedIn(app, await aPerson(database.superuser))
    for (const procedure of ['crm.publishOrganisation', 'crm.unpublishOrganisation']) {
      expect((await post(procedure, { network, id: listing.id }, {})).status).toBe(401)
      expect((await post(procedure, { network, id: listing.id }, { cookie: outsider })).status).toBe(403)
    }
    expect((await app.request(`/so-cooperation/annuaire/${listing.slug}`)).status).toBe(200)
  })
})

describe('A batch', () => {
  it('counts each of its calls', async () => {
    const limited = await startApp({ apiRateLimit: 5 })
    const find = (calls: number) => {
      const inputs = Object.fromEntries(
        Array.from({ length: calls }, (_, index) => [index, { network, filters: {} }]),
      )
      const names = Array(calls).fill('directory.findListings').join()
      return limited.request(`/api/trpc/${names}?batch=1&${asked(inputs)}`)
    }
    expect((await find(3)).status).toBe(200)
    expect((await find(3)).status).toBe(429)
  })
})
