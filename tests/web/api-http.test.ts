import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { useListening } from '#tests/support/listening.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const behindProxy = useListening({ apiRateLimit: 3, trustedProxyHeader: 'fly-client-ip' })
let app: TestApp
let staff: StaffContext
const API = '/api/v1/so-cooperation/organisations'

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  await aListing(staff)
})

describe('An answer of the API', () => {
  it('is not sent again to who has it, and is when it changed', async () => {
    const first = await app.request(API)
    const etag = first.headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]+"$/)
    const again = (sent: string) => app.request(API, { headers: { 'if-none-match': sent } })
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const same = await again(sent)
      expect([same.status, await same.text(), same.headers.get('etag')], sent).toEqual([304, '', etag])
    }
    await aListing(staff, { name: 'Nouvelle venue' })
    const changed = await again(etag)
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
    expect((await changed.json()).total).toBe(2)
  })

  it('has an ETag for each of its languages, and caches are told', async () => {
    const [fr, en] = await Promise.all(
      ['fr', 'en'].map((one) => app.request(API, { headers: { 'accept-language': one } })),
    )
    expect(fr!.headers.get('etag')).not.toBe(en!.headers.get('etag'))
    for (const { headers } of [fr!, en!])
      expect(headers.get('vary')?.toLowerCase()).toContain('accept-language')
  })

  it.each([API, `${API}/amitie-niort-atakpame`, '/api/v1/networks', '/api/v1/openapi.json', `${API}?nope=1`])(
    'may be read by scripts of any site, without anybody’s cookie: %s',
    async (path) => {
      const { headers } = await app.request(path, { headers: { origin: 'https://ailleurs.example' } })
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
      expect(headers.get('set-cookie')).toBeNull()
    },
  )

  it('allows reading only: a preflight says so, and a write is not known', async () => {
    const headers = { origin: 'https://ailleurs.example', 'access-control-request-method': 'DELETE' }
    const preflight = await app.request(API, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-methods')?.split(',')).toEqual([
      'GET',
      'HEAD',
      'OPTIONS',
    ])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const response = await app.request(API, { method })
      expect([404, 405]).toContain(response.status)
      expect(await response.json()).toMatchObject({ error: { code: 'not_found' } })
    }
  })

  it('to HEAD is the same without its body', async () => {
    for (const path of [API, `${API}.csv`, `${API}.geojson`, '/api/v1/networks', `${API}?nope=1`]) {
      const [head, get] = [await app.request(path, { method: 'HEAD' }), await app.request(path)]
      expect([head.status, head.headers.get('etag'), await head.text()], path).toEqual([
        get.status,
        get.headers.get('etag'),
        '',
      ])
      expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
    }
  })
})

describe('An address that asks more than its share', () => {
  it('is told to wait, in the shape of the other errors; the pages stay open to it', async () => {
    const limited = await startApp({ apiRateLimit: 3 })
    const statuses: number[] = []
    for (let n = 0; n < 4; n++) statuses.push((await limited.request(API)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    const refused = await limited.request('/api/v1/networks')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toEqual({
      error: { code: 'too_many_requests', message: expect.any(String) },
    })
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect((await limited.request('/so-cooperation/annuaire')).status).toBe(200)
  })

  it('is known by the header of the proxy we trust and by no other', async () => {
    const ask = async (headers: Record<string, string>) =>
      (await behindProxy({ path: '/api/v1/networks', headers })).status
    for (let n = 0; n < 3; n++) expect(await ask({ 'x-forwarded-for': `192.0.2.${n}` })).toBe(200)
    expect(
      await ask({ 'x-forwarded-for': '192.0.2.9', forwarded: 'for=192.0.2.9', 'x-real-ip': '192.0.2.9' }),
    ).toBe(429)
    for (let n = 0; n < 3; n++) expect(await ask({ 'fly-client-ip': '198.51.100.7' })).toBe(200)
    expect(await ask({ 'fly-client-ip': '198.51.100.7' })).toBe(429)
    expect(await ask({ 'fly-client-ip': '198.51.100.8' })).toBe(200)
  })
})
