import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsAcross, type NetworkFile } from './across.ts'
import { faultsOfDefaults, WORDS_ALLOWED, withDefaults } from './defaults.ts'
import { type Fault, faultsOf, plainWords, TenantDataError } from './faults.ts'
import { type Network, networkSchema } from './schema.ts'

export { type Fault, TenantDataError } from './faults.ts'
export { RESERVED_SEGMENTS } from './reserved.ts'

export const TENANTS_FOLDER = new URL('.', import.meta.url)

/** Every network of the folder, in the order of slugs, or a TenantDataError that lists all that is wrong. */
export function loadNetworks(folder: string | URL = TENANTS_FOLDER): Network[] {
  const { networks, faults } = readFolder(folder)
  if (faults.length > 0) throw new TenantDataError(faults)
  return networks
}

/** What would be wrong with the folder if it held this network too; nothing is written. */
export function faultsWith(
  added: { slug: string; written: unknown },
  folder: string | URL = TENANTS_FOLDER,
): Fault[] {
  return readFolder(folder, added).faults
}

function readFolder(folder: string | URL, added?: { slug: string; written: unknown }) {
  const path = resolve(typeof folder === 'string' ? folder : fileURLToPath(folder))
  const root = basename(path)
  const faults = faultsOfDefaults()
  const files: NetworkFile[] = []
  const keep = (slug: string, read: { network: Network } | { faults: Fault[] }) => {
    if ('faults' in read) faults.push(...read.faults)
    else files.push({ file: `${root}/${slug}/network.json`, folder: slug, network: read.network })
  }
  const slugs = networkFolders(path, root)
  for (const slug of slugs)
    keep(slug, readNetwork(join(path, slug, 'network.json'), `${root}/${slug}/network.json`))
  if (added) {
    const file = `${root}/${added.slug}/network.json`
    if (slugs.includes(added.slug))
      faults.push({ file, field: 'slug', problem: 'this network already exists' })
    else keep(added.slug, validated(added.written, file))
  }
  // A file that could not be read may be the conference: look across files only once each one is sound.
  if (faults.length === 0) faults.push(...faultsAcross(files, root))
  return { networks: files.map(({ network }) => network), faults }
}

function networkFolders(path: string, root: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
  } catch {
    throw new TenantDataError([{ file: root, field: '', problem: `there is no such folder: ${path}` }])
  }
}

function readNetwork(path: string, file: string): { network: Network } | { faults: Fault[] } {
  let written: unknown
  try {
    written = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const problem = error instanceof SyntaxError ? `is not JSON: ${error.message}` : 'cannot be read'
    return { faults: [{ file, field: '', problem }] }
  }
  return validated(written, file)
}

function validated(written: unknown, file: string): { network: Network } | { faults: Fault[] } {
  const parsed = networkSchema.safeParse(withDefaults(written), { error: plainWords })
  if (parsed.success) return { network: parsed.data }
  return { faults: faultsOf(file, parsed.error.issues).map(naming) }
}

function naming(fault: Fault): Fault {
  return fault.problem === 'must be a list'
    ? { ...fault, problem: WORDS_ALLOWED[fault.field] ?? fault.problem }
    : fault
}
