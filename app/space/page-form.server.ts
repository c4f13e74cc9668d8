import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { communeLabel, communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import { type OwnField, type OwnValue, readOwnValue, typedOwnValue } from '#server/crm/own-field/own-field.ts'
import { pageInput } from '#server/crm/page/page.schema.ts'
import { type OwnPageField, ownPageField, type PageField, type PageValues } from '#server/crm/page/page.ts'
import { typedOwn } from '../crm/own-field/own-form.server.ts'

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
/** The network's own fields in the form of a page, and what stands in them. */
export type OwnPart = { fields: OwnField[]; typed: Record<string, string[]> }

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

export const typedOwnPart = (fields: OwnField[], form: FormData): OwnPart => ({
  fields,
  typed: typedOwn(fields, form),
})

export const ownPartOf = (fields: OwnField[], page: PageValues): OwnPart => ({
  fields,
  typed: Object.fromEntries(
    fields.map((field) => [field.key, typedOwnValue(page[ownPageField(field)] ?? undefined)]),
  ),
})

export type ReadPage = { page: PageValues; faults: null } | { page: null; faults: PageFaults }

export function readPage({ commune, seatPrivate, ...fields }: PageTyped, own: OwnPart): ReadPage {
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
  const ownValues: Record<OwnPageField, OwnValue | null> = {}
  for (const field of own.fields) {
    const { value, fault } = readOwnValue(field, own.typed[field.key] ?? [])
    if (fault) faults[ownPageField(field)] = { code: fault }
    else ownValues[ownPageField(field)] = value
  }
  return parsed.success && Object.keys(faults).length === 0
    ? { page: { ...(parsed.data as PageValues), ...ownValues }, faults: null }
    : { page: null, faults }
}
