import { beforeAll, describe, expect, it } from 'vitest'
import { createApi } from '#server/http/api/app.ts'
import { systemClock } from '#server/kernel/clock.ts'
import { useDatabase } from '#tests/support/database.ts'
import { startApp, type TestApp } from '#tests/support/http.ts'
import { aPublishedProject } from '#tests/support/projects.ts'
import { aListing, staffOf } from '#tests/support/published.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  required?: string[]
}
type Operation = {
  parameters?: { name: string; in: string }[]
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}
type Document = {
  openapi: string
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, Schema> }
}

const database = useDatabase()
let app: TestApp
let document: Document

beforeAll(async () => {
  app = await startApp()
  const staff = await staffOf(database.superuser, 'so-cooperation')
  const { id } = await aListing(staff, { name: 'Étincelle' })
  await aPublishedProject(staff, { holders: [id], title: 'Étincelle', partnersThere: [{ name: 'Là-bas' }] })
  document = await (await app.request('/api/v1/openapi.json')).json()
})

const concrete = (path: string) =>
  `/api/v1${path}`.replace('{network}', 'so-cooperation').replace('{slug}', 'etincelle')

/** What in this value is not as the document says: paths of the faults. */
function faults(schema: Schema, value: unknown, at = ''): string[] {
  if (schema.$ref) return faults(document.components.schemas[schema.$ref.split('/').at(-1)!]!, value, at)
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const allowed = [schema.type ?? []].flat().map((one) => (one === 'integer' ? 'number' : one))
  if (allowed.length > 0 && !allowed.includes(type)) return [`${at}: ${type}`]
  if (Array.isArray(value))
    return value.flatMap((one, n) => (schema.items ? faults(schema.items, one, `${at}[${n}]`) : []))
  if (type !== 'object' || !schema.properties) return []
  const given = value as Record<string, unknown>
  const unknown = Object.keys(given).filter((key) => !schema.properties![key])
  const missing = (schema.required ?? []).filter((key) => !(key in given))
  const inside = Object.entries(schema.properties).flatMap(([key, one]) =>
    key in given ? faults(one, given[key], `${at}.${key}`) : [],
  )
  return [
    ...unknown.map((key) => `${at}.${key} is not described`),
    ...missing.map((key) => `${at}.${key} is missing`),
    ...inside,
  ]
}

describe('The OpenAPI document', () => {
  it('is of version 3.1, says where the API is, and every reference in it leads somewhere', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.servers).toEqual([{ url: 'http://maillage.test/api/v1' }])
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(
      ([, name]) => name!,
    )
    expect(references.length).toBeGreaterThan(5)
    for (const name of references) expect(document.components.schemas).toHaveProperty(name)
  })

  it('lists every route, and no other', () => {
    const api = createApi({
      origin: 'http://maillage.test',
      clock: systemClock,
      demo: false,
      allows: async () => true,
    })
    const routes = api.routes
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => path.replace(/:(\w+)/g, '{$1}'))
    expect(Object.keys(document.paths).sort()).toEqual(
      [...new Set(routes)].filter((path) => path !== '/openapi.json').sort(),
    )
  })

  it('declares each part of a path, and the parameters that are accepted', async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      const declared = (get.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name)
      expect(declared.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort())
    }
    const search = document.paths['/{network}/organisations']!.get.parameters!.filter(
      (one) => one.in === 'query',
    )
    expect(search.map(({ name }) => name)).toEqual([
      'q', 'kind', 'department', 'zone', 'country', 'sector', 'sdg', 'member', 'page', 'per_page', 'sort',
    ]) // biome-ignore format: as in the contract
    for (const { name } of search)
      expect((await app.request(`${concrete('/{network}/organisations')}?${name}=`)).status, name).toBe(200)
  })

  it('describes the answers exactly, those that succeed and those that do not', async () => {
    for (const [path, { get }] of Object.entries(document.paths)) {
      const response = await app.request(concrete(path))
      const type = response.headers.get('content-type')!.split(';')[0]!
      expect(Object.keys(get.responses['200']!.content!), path).toEqual([type])
      if (type !== 'application/json') continue
      expect(faults(get.responses['200']!.content![type]!.schema, await response.json(), path)).toEqual([])
      const refused = await app.request(`${concrete(path).replace('so-cooperation', 'nulle-part')}?nope=1`)
      if (refused.status === 200) continue
      expect(
        faults(get.responses[String(refused.status)]!.content![type]!.schema, await refused.json(), path),
      ).toEqual([])
    }
  })
})
