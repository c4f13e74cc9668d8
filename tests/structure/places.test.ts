import { describe, expect, it } from 'vitest'
import {
  FAILS_ABOVE,
  longerThan,
  readmeFaults,
  strangers,
  unnamedCapabilities,
  vagueNames,
  WARNS_ABOVE,
} from './places.ts'
import { repositoryFiles, topLevelNames } from './repository.ts'

const files = repositoryFiles()
const paths = files.map(({ path }) => path)
const file = (path: string, lines = 1) => ({ path, text: 'x\n'.repeat(lines) })

describe('The house', () => {
  it('has at its top level only its rooms and what tools look for there', () => {
    expect(strangers(topLevelNames())).toEqual([])
  })

  it('would refuse another room', () => {
    expect(strangers(['app', 'README.md', 'docs', 'scripts'])).toEqual(['docs', 'scripts'])
  })

  it('has no file or folder whose name invites everything', () => {
    expect(vagueNames(paths)).toEqual([])
  })

  it('would refuse such a name wherever it stands in a path, and no word that only contains it', () => {
    const refused = ['server/crm/service.ts', 'app/utils/date.ts', 'server/crm/mail-helpers.server.ts']
    const accepted = ['server/support/hours.ts', 'app/locales/fr/common.json', 'db/demo/commons.ts']
    expect(vagueNames([...refused, ...accepted, 'server/common.json'])).toEqual([
      ...refused,
      'server/common.json',
    ])
  })

  it(`has no hand-written file above ${FAILS_ABOVE} lines`, () => {
    const long = longerThan(WARNS_ABOVE, files)
    if (long.length) console.warn(`Above ${WARNS_ABOVE} lines, to be divided:\n  ${long.join('\n  ')}`)
    expect(longerThan(FAILS_ABOVE, files)).toEqual([])
  })

  it('would refuse a long file, longest first, but no generated one and no data', () => {
    const long = [file('a.ts', 301), file('b.css', 302), file('packages/x/generated/c.ts', 999)]
    expect(longerThan(300, [...long, file('d.json', 999), file('e.ts', 300)])).toEqual([
      'b.css: 302 lines',
      'a.ts: 301 lines',
    ])
  })

  it('calls a capability by one name in pages, acts, tables and translations', () => {
    expect(unnamedCapabilities(paths)).toEqual([])
  })

  it('would refuse a second name, in any layer', () => {
    const second = [
      'app/customers/list.tsx',
      'server/adhesions/public.ts',
      'db/schema/orgs.ts',
      'app/locales/fr/orgs.json',
    ]
    const first = ['app/ui/field.tsx', 'server/crm/router.ts', 'db/schema/kernel.ts', 'app/locales/en.ts']
    expect(unnamedCapabilities([...second, ...first])).toEqual([
      'app/customers',
      'app/locales/fr/orgs',
      'db/schema/orgs',
      'server/adhesions',
    ])
  })

  it('says in each folder what it is, briefly', () => {
    expect(readmeFaults(files)).toEqual([])
  })

  it('would miss an absent or a long README', () => {
    const house = [file('server/main.ts'), file('server/README.md', 26), file('server/crm/router.ts')]
    const fine = [file('db/client.ts'), file('db/README.md', 25), file('db/schema/crm.ts'), file('.ci/run')]
    expect(readmeFaults([...house, ...fine])).toEqual([
      'server/README.md: 26 lines, at most 25',
      'server/crm: no README.md',
    ])
  })
})
