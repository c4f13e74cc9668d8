import type { Fault } from './faults.ts'
import { nameKey } from './names.ts'
import { RESERVED_SEGMENTS } from './reserved.ts'
import type { Network } from './schema.ts'

export type NetworkFile = { file: string; folder: string; network: Network }

/** What no file can see alone. */
export function faultsAcross(files: NetworkFile[], root: string): Fault[] {
  return [
    ...files.flatMap(slugFaults),
    ...sharedDepartments(files),
    ...sharedNames(files),
    ...conferenceCount(files, root),
  ]
}

/** A slug is its folder's name, which also makes it unique. */
function slugFaults({ file, folder, network: { slug } }: NetworkFile): Fault[] {
  const faults: Fault[] = []
  if (slug !== folder)
    faults.push({ file, field: 'slug', problem: `must be "${folder}", the name of its folder` })
  if (RESERVED_SEGMENTS.includes(slug))
    faults.push({ file, field: 'slug', problem: `"${slug}" is a reserved address of the product` })
  return faults
}

function sharedDepartments(files: NetworkFile[]): Fault[] {
  const claims = files
    .filter(({ network }) => network.kind === 'regional' && network.status === 'active')
    .flatMap(({ file, network }) =>
      network.departments.map((code, at) => ({ key: code, said: code, file, field: `departments[${at}]` })),
    )
  return taken(claims, (code) => `${code} already belongs to`)
}

function sharedNames(files: NetworkFile[]): Fault[] {
  const claims = files.flatMap(({ file, network: { names, acronym, aliases } }) => [
    ...names.map(({ name }, at) => ({ key: nameKey(name), said: name, file, field: `names[${at}].name` })),
    ...(acronym ? [{ key: nameKey(acronym), said: acronym, file, field: 'acronym' }] : []),
    ...aliases.map((alias, at) => ({ key: nameKey(alias), said: alias, file, field: `aliases[${at}]` })),
  ])
  return taken(claims, (name) => `"${name}" already designates the network of`)
}

type Claim = { key: string; said: string; file: string; field: string }

function taken(claims: Claim[], sentence: (said: string) => string): Fault[] {
  const owners = new Map<string, string>()
  return claims.flatMap(({ key, said, file, field }) => {
    const owner = owners.get(key) ?? file
    owners.set(key, owner)
    return owner === file ? [] : [{ file, field, problem: `${sentence(said)} ${owner}` }]
  })
}

function conferenceCount(files: NetworkFile[], root: string): Fault[] {
  const conferences = files.filter(({ network }) => network.kind === 'conference')
  if (conferences.length === 0) return [{ file: root, field: '', problem: 'no network is the conference' }]
  return conferences.slice(1).map(({ file }) => ({
    file,
    field: 'kind',
    problem: `the conference is already ${conferences[0]!.file}`,
  }))
}
