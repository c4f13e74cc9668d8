import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { serverInAssets, serverInPieces } from './browser.ts'
import { repositoryFiles } from './repository.ts'

const BUILT = join(inject('pages'), 'client')
const built = globSync('**/*.{js,css,map}', { cwd: BUILT }).map((path) => ({
  path,
  text: readFileSync(join(BUILT, path), 'utf8'),
}))

const file = (path: string, text: string) => ({ path, text })
const schema = file('server/crm/organisation/organisation.schema.ts', `import { z } from 'zod'`)
const rule = file('server/crm/organisation/rule.ts', `import { isKind } from '#packages/kinds.ts'`)
const kinds = file('packages/kinds.ts', 'export const isKind = () => true')
const act = file('server/crm/organisation/act.server.ts', `import { inNetwork } from '#db/client.ts'`)
const impure = file('server/crm/organisation/impure.ts', `import { act } from './act.server.ts'`)
const reader = file('server/crm/organisation/reader.ts', `import { readFileSync } from 'node:fs'`)
const routes = file('app/routes.ts', `route('structures', 'crm/organisations.tsx')`)
const house = [schema, rule, kinds, act, impure, reader, routes]
const piece = (text: string) => [...house, file('app/crm/piece.tsx', text)]

describe('The browser', () => {
  it('receives pages built without anything of the server or its database', () => {
    expect(built.filter(({ path }) => path.endsWith('.js')).length).toBeGreaterThan(5)
    expect(serverInAssets(built)).toEqual([])
  })

  it('would be caught receiving a query or a library of the server', () => {
    const assets = [file('assets/a.js', 'x("current_setting")'), file('assets/b.js', 'import"drizzle-orm"')]
    expect(serverInAssets(assets)).toEqual([
      'assets/a.js contains current_setting',
      'assets/b.js contains drizzle',
    ])
  })

  it('shows pieces of pages that take from the server types, schemas and pure rules only', () => {
    expect(serverInPieces(repositoryFiles())).toEqual([])
  })

  it('would be caught by a piece taking an act, or anything that leads to one or to the machine', () => {
    for (const { path } of [act, impure, reader]) {
      expect(serverInPieces(piece(`import { x } from '#${path}'`)), path).toEqual([
        `app/crm/piece.tsx:1 imports ${path}`,
      ])
    }
  })

  it('may be given schemas, pure rules and types, and routes may use acts', () => {
    for (const { path } of [schema, rule])
      expect(serverInPieces(piece(`import { x } from '#${path}'`))).toEqual([])
    expect(serverInPieces(piece(`import type { X } from '#${act.path}'`))).toEqual([])
    const route = file('app/crm/organisations.tsx', `import { x } from '#${act.path}'`)
    expect(serverInPieces([...house, route])).toEqual([])
  })
})
