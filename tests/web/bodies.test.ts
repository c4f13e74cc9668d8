import { beforeAll, describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { useListening } from '#tests/support/listening.ts'
import { rowCounts, staffOf } from '#tests/support/published.ts'

const database = useDatabase()
const listening = useListening()
let app: TestApp
let cookie: string

const PAGE = '/so-cooperation/bureau/structures/nouvelle'
const TRPC = '/api/trpc/crm.createOrganisation'
const FORM = 'application/x-www-form-urlencoded'
const MIB = 1024 * 1024
const organisation = (description: string) => ({ name: 'Grande', kind: 'association', description })
const asForm = (description: string) => `${form({ name: 'Grande', type: 'association', description })}`
const asJson = (description: string) =>
  JSON.stringify({ network: 'so-cooperation', organisation: organisation(description) })

beforeAll(async () => {
  app = await startApp()
  cookie = await signedIn(app, (await staffOf(database.superuser, 'so-cooperation')).account)
})

const DOORS = [
  { path: PAGE, type: FORM, write: asForm },
  { path: TRPC, type: 'application/json', write: asJson },
  { path: '/api/v1/so-cooperation/organisations', type: 'application/json', write: asJson },
]

describe.each(DOORS)('A body of more than 1 MiB sent to $path', ({ path, type, write }) => {
  const body = write('x'.repeat(MIB))

  it('is refused with 413 and writes nothing, its length told', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    const headers = { cookie, 'content-type': type, 'content-length': String(body.length) }
    expect((await app.request(path, { method: 'POST', body, headers })).status).toBe(413)
    expect((await listening({ path, method: 'POST', body, headers })).status).toBe(413)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })

  it('is refused with 413 and writes nothing, its length untold or a lie', async () => {
    const before = await rowCounts(database.owner, database.superuser)
    const headers = { cookie, 'content-type': type }
    const pieces = body.match(/.{1,65536}/gs)!
    const stream = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        controller.close()
      },
    })
    const init = { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit
    expect((await app.request(path, init)).status).toBe(413)
    expect((await listening({ path, method: 'POST', body: pieces, headers })).status).toBe(413)
    expect(await rowCounts(database.owner, database.superuser)).toEqual(before)
  })
})

describe('A body below the limit', () => {
  it('is read, in one piece or in chunks, and refused only for what it says', async () => {
    const body = asForm('x'.repeat(900_000))
    const headers = { cookie, 'content-type': FORM }
    expect((await app.request(PAGE, { method: 'POST', body, headers })).status).toBe(422)
    const chunked = await listening({
      path: PAGE,
      method: 'POST',
      body: [body.slice(0, 9), body.slice(9)],
      headers,
    })
    expect(chunked.status).toBe(422)
  })

  it('that comes in chunks with no type is refused with 415', async () => {
    const answer = await listening({
      path: PAGE,
      method: 'POST',
      body: [asForm('a'), ''],
      headers: { cookie },
    })
    expect(answer.status).toBe(415)
  })
})

describe('A body that cannot be read', () => {
  const BROKEN: [string, string, string][] = [
    ['a form without its boundary', 'multipart/form-data', 'name=x'],
    [
      'a form cut in the middle',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; na',
    ],
    ['a form of another boundary', 'multipart/form-data; boundary=b', '--c\r\n\r\n--c--'],
  ]
  it.each(BROKEN)('is answered 400, not a fault of ours: %s', async (_, type, body) => {
    for (const path of [PAGE, '/connexion', '/compte/langue']) {
      const headers = { cookie, 'content-type': type }
      const { status } = await app.request(path, { method: 'POST', body, headers })
      expect(status, path).toBe(400)
    }
  })

  it('is answered 415 when a page gets JSON, or tRPC a form', async () => {
    const json = { method: 'POST', body: '{}', headers: { cookie, 'content-type': 'application/json' } }
    for (const path of [PAGE, '/connexion', '/compte/langue', '/compte/deconnexion'])
      expect((await app.request(path, json)).status, path).toBe(415)
    const sent = { method: 'POST', body: asForm('a'), headers: { cookie, 'content-type': FORM } }
    expect((await app.request(TRPC, sent)).status).toBe(415)
  })

  it('is answered 400 by tRPC when it is no JSON, or JSON of another shape', async () => {
    for (const body of ['', '{', '[]', 'null', '"x"', '{"network":{}}', '{"network":"so-cooperation"}']) {
      const headers = { cookie, 'content-type': 'application/json' }
      expect((await app.request(TRPC, { method: 'POST', body, headers })).status, body).toBe(400)
    }
  })

  it('is not needed at all to be refused politely', async () => {
    for (const path of [PAGE, '/connexion', '/compte/langue'])
      expect((await app.request(path, { method: 'POST', headers: { cookie } })).status, path).toBe(400)
  })
})
