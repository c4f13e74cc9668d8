import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { incompatibleLicences, isCompatible, type Locked, looseVersions } from './dependencies.ts'
import { ROOT, read } from './repository.ts'

const manifest = JSON.parse(read('package.json'))
const locked: Record<string, Locked> = JSON.parse(read('package-lock.json')).packages

/** Absent for the binaries of other machines: the lockfile speaks for them. */
function installedLicence(path: string): string | undefined {
  const file = join(ROOT, path, 'package.json')
  if (!existsSync(file)) return undefined
  const { license } = JSON.parse(readFileSync(file, 'utf8'))
  if (license) return typeof license === 'object' ? license.type : license
  // png-js says it in its file alone.
  const said = join(ROOT, path, 'LICENSE')
  return existsSync(said) && readFileSync(said, 'utf8').startsWith('MIT License') ? 'MIT' : undefined
}

describe('A dependency', () => {
  it('is named at one exact version', () => {
    expect(looseVersions(manifest)).toEqual([])
    expect(Object.keys(manifest.dependencies).length).toBeGreaterThan(10)
  })

  it('would be caught as a range, a tag or an address', () => {
    const loose = { a: '^1.0.0', b: '~2.1.0', c: 'latest', d: 'github:x/y', e: '1.x', f: '>=3' }
    const exact = { g: '1.0.0', h: '18.4.0-beta.17' }
    expect(looseVersions({ dependencies: { ...loose, ...exact } })).toHaveLength(6)
    expect(looseVersions({ overrides: { z: '*' } })).toEqual(['z *'])
  })

  it('is locked at the version package.json names', () => {
    const named = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    const other = named.filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version)
    expect(other).toEqual([])
  })

  it('may be distributed under the AGPL', () => {
    expect(manifest.license).toBe('AGPL-3.0-or-later')
    expect(incompatibleLicences(locked, installedLicence)).toEqual([])
  })

  it('would be caught closed, without licence, or under one the AGPL cannot join', () => {
    const packages = {
      '': { license: 'AGPL-3.0-or-later' },
      'node_modules/a': { version: '1.0.0', license: 'SEE LICENSE IN terms.txt' },
      'node_modules/b': { version: '2.0.0' },
      'node_modules/b/node_modules/c': { version: '3.0.0', license: 'GPL-2.0-only' },
      'node_modules/d': { version: '4.0.0', license: 'MIT' },
      'node_modules/e': { version: '5.0.0', license: 'UNLICENSED', dev: true },
    }
    expect(incompatibleLicences(packages, () => undefined)).toEqual([
      'a 1.0.0 is under SEE LICENSE IN terms.txt',
      'b 2.0.0 states no licence',
      'c 3.0.0 is under GPL-2.0-only',
    ])
  })

  it('under several licences needs one of those offered, or all of those that apply', () => {
    expect(isCompatible('(Unlicense OR Proprietary)')).toBe(true)
    expect(isCompatible('(Apache-2.0 AND MIT)')).toBe(true)
    expect(isCompatible('(Apache-2.0 AND Proprietary)')).toBe(false)
    expect(isCompatible('(BUSL-1.1 OR Proprietary)')).toBe(false)
  })
})
