import { describe, expect, it } from 'vitest'
import { climbs, misnamedActs, OPENERS, opensConnections, sideDoors, uninvitedConnections } from './doors.ts'
import { repositoryFiles } from './repository.ts'

const files = repositoryFiles()
const file = (path: string, text: string) => ({ path, text })

describe('A capability', () => {
  it('is entered by another one through its public.ts only', () => {
    expect(sideDoors(files)).toEqual([])
  })

  it('would be caught entering another by a side door, by alias, by path, for a type or when it runs', () => {
    const act = (text: string) => file('server/crm/organisation/act.server.ts', text)
    for (const text of [
      `import { writeListing } from '#server/directory/organisation/write-listing.server.ts'`,
      `import type { Scope } from '../../directory/organisation/conditions.server.ts'`,
      `export * from '#server/identity/session/lucia.server.ts'`,
      `await import('#server/membership/membership/get-member-until.server.ts')`,
    ]) {
      expect(sideDoors([act(text)]), text).toHaveLength(1)
    }
  })

  it('may enter by the front door, stay at home, and be composed at the root', () => {
    const fine = [
      file('server/crm/organisation/a.ts', `import { x } from '#server/directory/public.ts'`),
      file('server/crm/organisation/b.ts', `import { x } from '../permissions.ts'`),
      file('server/crm/router.ts', `import { x } from '#server/trpc/init.ts'`),
      file('server/http/api/c.ts', `import { x } from '#server/directory/organisation/find.server.ts'`),
      file('server/jobs.ts', `import { x } from './identity/jobs/forget.server.ts'`),
    ]
    expect(sideDoors(fine)).toEqual([])
  })

  it('lists its acts in its router, each under the name of its file', () => {
    expect(misnamedActs(files)).toEqual([])
  })

  it('would be caught listing an act that lives in the file of another', () => {
    const router = file(
      'server/crm/router.ts',
      `import { publish, createOrganisation } from './organisation/create-organisation.server.ts'`,
    )
    expect(misnamedActs([router])).toEqual([
      'server/crm/router.ts:1 takes publish from server/crm/organisation/create-organisation.server.ts',
    ])
  })
})

describe('A layer', () => {
  it('imports downwards only', () => {
    expect(climbs(files)).toEqual([])
  })

  it('would be caught looking up', () => {
    const looking: [string, string][] = [
      ['packages/charts/bar.ts', '#tenants/load.ts'],
      ['tenants/load.ts', '../db/client.ts'],
      ['server/kernel/audit.ts', '../crm/public.ts'],
      ['app/crm/page.tsx', '#db/client.ts'],
      ['server/crm/organisation/act.server.ts', '#app/i18n.ts'],
      ['server/main.ts', '#tests/support/people.ts'],
      ['db/client.ts', '#server/kernel/log.ts'],
    ]
    for (const [path, to] of looking) {
      expect(climbs([file(path, `import { x } from '${to}'`)]), `${path} -> ${to}`).toHaveLength(1)
    }
  })

  it('may look down', () => {
    const down = [
      file('app/crm/page.tsx', `import { x } from '#server/crm/permissions.ts'`),
      file('server/kernel/networks.ts', `import { x } from '#tenants/load.ts'`),
      file('server/crm/act.server.ts', `import { x } from '#db/client.ts'`),
      file('db/demo/load.ts', `import { x } from '#server/directory/organisation/listing.ts'`),
      file('packages/referentials/zones.ts', `import { x } from './countries.ts'`),
    ]
    expect(climbs(down)).toEqual([])
  })
})

describe('A connection to the database', () => {
  it('is opened by those who have a reason to, and by nobody else', () => {
    expect(uninvitedConnections(files)).toEqual([])
  })

  it('is still opened by each of those: the list names nobody in vain', () => {
    const opening = new Set(opensConnections(files).map(({ path }) => path))
    expect([...OPENERS.keys()].filter((path) => !opening.has(path))).toEqual([])
  })

  it('would be noticed in an act, a page or a package', () => {
    const hidden = [
      file('server/crm/organisation/act.server.ts', 'const pool = new pg.Pool({ max: 1 })'),
      file('app/crm/page.server.ts', 'const client = new Client(url)'),
      file('packages/maps/tiles.ts', '\nexport const db = drizzle(url)'),
    ]
    expect(uninvitedConnections(hidden)).toEqual([
      'server/crm/organisation/act.server.ts:1',
      'app/crm/page.server.ts:1',
      'packages/maps/tiles.ts:2',
    ])
    expect(
      uninvitedConnections([file('server/crm/note.ts', '// a new pg.Pool() here would be wrong')]),
    ).toEqual([])
  })
})
