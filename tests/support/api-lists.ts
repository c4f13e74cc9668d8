import type { TestApp } from './http.ts'

export type Item = {
  slug: string
  name: string
  kind: string
  department: string | null
  countries: string[]
  sectors: string[]
  sdgs: number[]
  member: boolean
  url: string
  networks: string[]
}
export type List = {
  items: Item[]
  total: number
  page: number
  per_page: number
  facets: Record<string, { value: string; label: string; count: number }[]>
}
export type Query = Record<string, string | string[]>

export function queryOf(query: Query): string {
  return new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) => [values].flat().map((one) => [name, one])),
  ).toString()
}

export async function list(app: TestApp, path: string, query: Query = {}): Promise<List> {
  const response = await app.request(`/api/v1/${path}?${queryOf(query)}`)
  if (response.status !== 200)
    throw new Error(`${path}?${queryOf(query)}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** Every listing of a search, page after page, as a client of the API gets them. */
export async function everyItem(app: TestApp, path: string, query: Query = {}): Promise<Item[]> {
  const items: Item[] = []
  for (let page = 1; ; page++) {
    const one = await list(app, path, { ...query, per_page: '100', page: String(page) })
    items.push(...one.items)
    if (items.length >= one.total || one.items.length === 0) return items
  }
}
