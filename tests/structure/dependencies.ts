type Manifest = Record<
  'dependencies' | 'devDependencies' | 'optionalDependencies' | 'overrides',
  Record<string, string>
>

const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** Two installations a year apart give the same program: no range, no tag, no address. */
export function looseVersions(manifest: Partial<Manifest>): string[] {
  const { dependencies, devDependencies, optionalDependencies, overrides } = manifest
  return [dependencies, devDependencies, optionalDependencies, overrides].flatMap((group) =>
    Object.entries(group ?? {})
      .filter(([, version]) => !EXACT.test(version))
      .map(([name, version]) => `${name} ${version}`),
  )
}

/** What the AGPL-3.0 may be distributed with: permissive licences, and those that yield to it. */
const COMPATIBLE = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Zlib', 'BlueOak-1.0.0'],
  ...['CC0-1.0', 'Unlicense', 'Python-2.0', 'PostgreSQL', 'Unicode-3.0'],
  ...['MPL-2.0', 'LGPL-2.1-or-later', 'LGPL-3.0-or-later', 'GPL-3.0-or-later', 'AGPL-3.0-or-later'],
  // Fonts and data, carried beside the program and not part of it.
  ...['OFL-1.1', 'CC-BY-4.0'],
])

export function isCompatible(licence: string): boolean {
  const inner = licence.trim().replace(/^\(([^()]*)\)$/, '$1')
  if (/ OR /.test(inner)) return inner.split(' OR ').some(isCompatible)
  if (/ AND /.test(inner)) return inner.split(' AND ').every(isCompatible)
  return COMPATIBLE.has(inner)
}

export type Locked = { version?: string; dev?: boolean; license?: string }

/** Packages that are installed where the product runs; those that only build or test it do not go out with it. */
export function incompatibleLicences(
  locked: Record<string, Locked>,
  installed: (path: string) => string | undefined,
): string[] {
  return Object.entries(locked).flatMap(([path, entry]) => {
    if (path === '' || entry.dev) return []
    const licence = installed(path) ?? entry.license
    const name = path.replace(/^.*node_modules\//, '')
    if (!licence) return [`${name} ${entry.version} states no licence`]
    return isCompatible(licence) ? [] : [`${name} ${entry.version} is under ${licence}`]
  })
}
