import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { communeLabel, communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import { pageInput } from '#server/crm/page/page.schema.ts'
import type { PageField, PageValues } from '#server/crm/page/page.ts'

const TEXTS = [
  'name',
  'acronym',
  'description',
  'website',
  'email',
  'phone',
  'address',
  'seatPrivate',
  'commune',
] as const
const LISTS = ['countries', 'sectors', 'sdgs'] as const

export type PageTyped = Record<(typeof TEXTS)[number], string> & Record<(typeof LISTS)[number], string[]>
export type PageFaults = Partial<Record<PageField, { code: string; choices?: string[] }>>

/** What was typed, as it was typed: given back untouched when something is refused. */
export function typedPage(form: FormData): PageTyped {
  const texts = TEXTS.map((name) => [name, String(form.get(name) ?? '')])
  const lists = LISTS.map((name) => [name, form.getAll(name).map(String)])
  return Object.fromEntries([...texts, ...lists])
}

export function typedOf(page: PageValues): PageTyped {
  return {
    name: page.name,
    acronym: page.acronym ?? '',
    description: page.description,
    website: page.website ?? '',
    email: page.email ?? '',
    phone: page.phone ?? '',
    address: page.address ?? '',
    seatPrivate: page.seatPrivate ? 'oui' : '',
    commune: communeText(page.commune),
    countries: page.countries,
    sectors: page.sectors,
    sdgs: page.sdgs.map(String),
  }
}

export function communeText(commune: PageValues['commune']): string {
  const known = commune ? communeByInsee(commune.insee) : undefined
  return known ? communeLabel(known, commune?.postalCode ?? null) : ''
}

export type ReadPage = { page: PageValues; faults: null } | { page: null; faults: PageFaults }

export function readPage({ commune, seatPrivate, ...fields }: PageTyped): ReadPage {
  const meant = commune.trim() ? communesMeant(commune) : []
  const one = meant.length === 1 ? meant[0]! : null
  const parsed = pageInput.safeParse({
    ...fields,
    seatPrivate: seatPrivate === 'oui',
    insee: one?.insee ?? null,
    postalCode: one?.postalCode ?? null,
  })
  const faults: PageFaults = {}
  if (commune.trim() && meant.length === 0) faults.commune = { code: 'commune_unknown' }
  if (meant.length > 1)
    faults.commune = { code: 'commune_ambiguous', choices: meant.slice(0, 12).map(({ label }) => label) }
  for (const issue of parsed.error?.issues ?? [])
    faults[String(issue.path[0]) as PageField] ??= { code: issue.message }
  return parsed.success && Object.keys(faults).length === 0
    ? { page: parsed.data as PageValues, faults: null }
    : { page: null, faults }
}
