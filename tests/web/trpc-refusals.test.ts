import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { asRead } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
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

describe('A page its own people hid', () => {
  const isPublished = async () => {
    const row = 'select published_at from organisation where id = $1'
    return (await database.superuser.query(row, [listing.id])).rows[0].published_at !== null
  }
  const hide = () =>
    database.superuser.query(
      'update organisation set published_at = null, hidden_by_keeper = true where id = $1',
      [listing.id],
    )

  it('is shown by the API only when that is asked in so many words', async () => {
    await hide()
    const refused = await post('crm.publishOrganisation', { network, id: listing.id })
    expect(refused.status).toBe(409)
    const { error } = await refused.json()
    expect(error.message).toBe('crm.hidden_by_keeper')
    expect(error.data.details.sentence).toContain('"evenHidden": true')
    expect(await isPublished()).toBe(false)
    const explicit = { network, id: listing.id, evenHidden: true }
    expect((await post('crm.publishOrganisation', explicit)).status).toBe(200)
    expect(await isPublished()).toBe(true)
  })

  it('is not shown by a form opened before they hid it, which says why', async () => {
    await hide()
    const send = async (intent: string) => {
      const sent = { method: 'POST', body: form({ intent }), headers: { cookie } }
      const answer = await app.request(`/${network}/bureau/structures/${listing.id}`, sent)
      return (await app.request(answer.headers.get('location')!, { headers: { cookie } })).text()
    }
    expect(asRead(await send('publier'))).toContain('la structure a masqué sa page elle-même')
    expect(await isPublished()).toBe(false)
    await send('montrer')
    expect(await isPublished()).toBe(true)
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
