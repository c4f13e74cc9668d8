import type { ServerBuild } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { matchRoutes, type RouteObject } from 'react-router-dom'
import { describe, expect, it } from 'vitest'
import config from '#app/routes.ts'
import { nearRoutes } from './near-routes.ts'

const routes: Record<string, { id: string; parentId?: string; path?: string; index?: boolean }> = {
  root: { id: 'root', path: '' },
}
const add = ({ id, file, path, index, children = [] }: RouteConfigEntry, parentId: string) => {
  const own = id ?? file
  routes[own] = { id: own, parentId, ...(path ? { path } : {}), ...(index ? { index } : {}) }
  for (const child of children) add(child, own)
}
for (const entry of config as RouteConfigEntry[]) add(entry, 'root')

const near = nearRoutes(routes as unknown as ServerBuild['routes'])
const treeOf = (ids: string[], parentId?: string): RouteObject[] =>
  ids
    .filter((id) => routes[id]!.parentId === parentId)
    .map((id) => {
      const { path, index } = routes[id]!
      return index ? { id, path, index } : { id, path, children: treeOf(ids, id) }
    })
const all = treeOf(Object.keys(routes))
const found = (tree: RouteObject[], path: string) =>
  matchRoutes(tree, path)?.map(({ route, params }) => [route.id, params])

const wholePath = (id: string): string => {
  const { parentId, path = '' } = routes[id]!
  return `${parentId ? wholePath(parentId) : ''}${path ? `/${path}` : ''}`
}
const PATHS = [...new Set(Object.keys(routes).map(wholePath))].map((path) => path || '/')
const filled = (path: string, by: string) => path.replace(/:[\w-]+/g, by).replace('*', 'nulle/part')

describe('Routes near an address', () => {
  it.each(['so-cooperation', '018f0000-0000-7000-8000-000000000001', 'bureau', 'annuaire', 'connexion'])(
    'are enough to find the same page, whatever stands for a name: %s',
    (by) => {
      for (const path of PATHS.map((path) => filled(path, by))) {
        const tree = treeOf(near([path]))
        expect([path, found(tree, path)]).toEqual([path, found(all, path)])
      }
    },
  )

  it('are enough for the pages above it too', () => {
    for (const path of PATHS.map((path) => filled(path, 'so-cooperation'))) {
      const tree = treeOf(near([path]))
      const segments = path.split('/').filter(Boolean)
      for (let most = 0; most < segments.length; most++) {
        const above = `/${segments.slice(0, most).join('/')}`
        expect([path, above, found(tree, above)]).toEqual([path, above, found(all, above)])
      }
    }
  })

  it.each([
    '/SO-Cooperation/BUREAU/Dispositifs/',
    '//so-cooperation//bureau',
    '/so-cooperation/bur%65au/dispositifs',
    '/so-cooperation/bureau%2Fdispositifs',
    '/%E0%A4%A/bureau',
    '/nulle/part/du/tout',
    '/',
    '',
  ])('are enough however the address is written: %s', (path) => {
    expect(found(treeOf(near([path])), path)).toEqual(found(all, path))
  })

  it('are few: an address of the desk is not compared with the whole product', () => {
    expect(near(['/so-cooperation/bureau/dispositifs/bilan']).length).toBeLessThan(PATHS.length / 5)
  })
})
