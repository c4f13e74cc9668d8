import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { faultsAcross, type NetworkFile } from './across.ts'
import { faultsOfDefaults, WORDS_ALLOWED, withDefaults } from './defaults.ts'
import { type Fault, faultsOf, plainWords, TenantDataError } from './faults.ts'
import { type Network, networkSchema } from './schema.ts'

export { TenantDataError } from './faults.ts'
export { RESERVED_SEGMENTS } from './reserved.ts'

/** Every network of the folder, in the order of slugs, or a TenantDataError that lists all that is wrong. */
export function loadNetworks(folder: string | URL = new URL('.', import.meta.url)): Network[] {
  const path = resolve(typeof folder === 'string' ? folder : fileURLToPath(folder))
  const root = basename(path)
  const faults = faultsOfDefaults()
  const files: NetworkFile[] = []
  for (const slug of networkFolders(path, root)) {
    const read = readNetwork(join(path, slug, 'network.json'), `${root}/${slug}/network.json`)
    if ('faults' in read) faults.push(...read.faults)
    else files.push({ file: `${root}/${slug}/network.json`, folder: slug, network: read.network })
  }
  // A file that could not be read may be the conference: look across files only once each one is sound.
  if (faults.length === 0) faults.push(...faultsAcross(files, root))
  if (faults.length > 0) throw new TenantDataError(faults)
  return files.map(({ network }) => network)
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
  const parsed = networkSchema.safeParse(withDefaults(written), { error: plainWords })
  if (parsed.success) return { network: parsed.data }
  return { faults: faultsOf(file, parsed.error.issues).map(naming) }
}

function naming(fault: Fault): Fault {
  return fault.problem === 'must be a list'
    ? { ...fault, problem: WORDS_ALLOWED[fault.field] ?? fault.problem }
    : fault
}
