import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { create, NETWORK, staffCookie } from './edits.ts'
import { aFolder, startInstance } from './instance.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => dropDatabase(database))

/** Texts that one module each holds: the pool, the refusals told by instanceof, the registry of measures. */
const MARKS = {
  'class NetworkNestingError': 'db/client.ts',
  'class DomainError': 'server/kernel/errors.ts',
  maillage_http_seconds: 'server/http/metrics.ts',
}
const ROOT = fileURLToPath(new URL('../../', import.meta.url))

describe('The pages and the server', () => {
  it('are one program: what holds connections, refusals and measures is loaded once', async () => {
    const { owner, app, observatory } = database.urls
    const loads = join(aFolder(), 'loads.json')
    const instance = await startInstance({
      env: {
        DATABASE_URL: owner,
        DATABASE_APP_URL: app,
        DATABASE_OBSERVATORY_URL: observatory,
        NODE_OPTIONS: `--import ${new URL('record-loads.mjs', import.meta.url)}`,
        LOADS_FILE: loads,
        LOADS_TEXTS: JSON.stringify(Object.keys(MARKS)),
      },
    })
    await instance.ready()
    const cookie = await staffCookie(instance, database.superuser)
    const { id } = await create(instance, cookie, 'Une seule fois')
    const listed = async () => {
      const response = await instance.fetch(`/api/v1/${NETWORK}/organisations?q=fois`)
      return ((await response.json()) as { items: { name: string }[] }).items.map(({ name }) => name)
    }
    expect(await listed()).toEqual([])
    // Through the page, then read through the API and another page: both hold the same memory of listings.
    const published = await instance.fetch(`/${NETWORK}/bureau/structures/${id}`, {
      method: 'POST',
      headers: { cookie },
      body: new URLSearchParams({ intent: 'publier' }),
      redirect: 'manual',
    })
    expect(published.status).toBe(302)
    expect(await listed()).toEqual(['Une seule fois'])
    expect(await (await instance.fetch(`/${NETWORK}/annuaire?q=fois`)).text()).toContain('Une seule fois')
    // A refusal thrown by an act, told from a fault by the page.
    expect(await instance.status(`/${NETWORK}/annuaire/absente`)).toBe(404)

    instance.kill('SIGTERM')
    expect((await instance.ended).code).toBe(0)
    const holders = JSON.parse(readFileSync(loads, 'utf8')) as Record<string, string[]>
    const relative = (urls: string[]) => urls.map((url) => fileURLToPath(url).slice(ROOT.length))
    expect(Object.fromEntries(Object.entries(holders).map(([text, urls]) => [text, relative(urls)]))).toEqual(
      Object.fromEntries(Object.entries(MARKS).map(([text, file]) => [text, [file]])),
    )
  })
})
