import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { FRANCE } from '#packages/referentials/countries.ts'
import { communeLabel, communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import type { OrganisationRecord } from '#server/crm/organisation/get-organisation.server.ts'
import { readMoment, typedMoment } from '#server/crm/organisation/moment.ts'
import { type OrganisationInput, organisationInput } from '#server/crm/organisation/organisation.schema.ts'
import {
  type OrganisationChoice,
  type OrganisationMeant,
  organisationMeant,
} from '#server/crm/organisation/organisations-meant.server.ts'
import type { Context } from '#server/kernel/context.ts'

const TEXTS = [
  'name',
  'acronym',
  'aliases',
  'parent',
  'parentId',
  'type',
  'siren',
  'siret',
  'rna',
  'seatCountry',
  'address',
  'commune',
  'city',
  'point',
  'pointOf',
  'email',
  'phone',
  'website',
  'description',
] as const
const LISTS = ['countries', 'sectors', 'sdgs'] as const
const FLAGS = ['seatPrivate', 'aggregated', 'shownToNetworks', 'contactable', 'emailShown'] as const

export type TypedFormerName = { name: string; from: string; until: string }
export type FormValues = Record<(typeof TEXTS)[number], string> &
  Record<(typeof LISTS)[number], string[]> &
  Record<(typeof FLAGS)[number], boolean> & { formerNames: TypedFormerName[] }
export type Fault = { code: string; choices?: string[]; homonyms?: OrganisationChoice[] }
export type Faults = Partial<Record<keyof FormValues, Fault>>

export const emptyValues = (): FormValues => ({
  ...valuesOf(new FormData()),
  seatCountry: FRANCE,
  aggregated: true,
  shownToNetworks: true,
  contactable: true,
  emailShown: false,
})

/** What was typed, as it was typed: given back untouched when something is refused. */
export function valuesOf(form: FormData): FormValues {
  const texts = TEXTS.map((name) => [name, String(form.get(name) ?? '')])
  const lists = LISTS.map((name) => [name, form.getAll(name).map(String)])
  const flags = FLAGS.map((name) => [name, form.has(name)])
  const [from, until] = ['formerFrom', 'formerUntil'].map((name) => form.getAll(name).map(String))
  const formerNames = form.getAll('formerName').map((name, index) => ({
    name: String(name),
    from: from![index] ?? '',
    until: until![index] ?? '',
  }))
  return { ...Object.fromEntries([...texts, ...lists, ...flags]), formerNames }
}

export function valuesOfRecord(record: OrganisationRecord, parent: OrganisationChoice | null): FormValues {
  const commune = record.insee ? communeByInsee(record.insee) : undefined
  const label = commune ? communeLabel(commune, record.postalCode) : ''
  const address = record.address ?? ''
  return {
    name: record.name,
    acronym: record.acronym ?? '',
    aliases: record.aliases.join('\n'),
    formerNames: record.formerNames.map(({ name, from, until }) => ({
      name,
      from: typedMoment(from),
      until: typedMoment(until),
    })),
    parent: parent?.label ?? '',
    parentId: parent?.id ?? '',
    type: typeOf(record),
    siren: record.siren ?? '',
    siret: record.siret ?? '',
    rna: record.rna ?? '',
    seatCountry: record.seatCountry,
    seatPrivate: record.seatPrivate,
    address,
    commune: label,
    city: commune ? '' : (record.city ?? ''),
    point: record.lat !== null && record.lon !== null ? `${record.lat},${record.lon}` : '',
    pointOf: placeTyped(address, label),
    email: record.email ?? '',
    phone: record.phone ?? '',
    aggregated: record.aggregated,
    shownToNetworks: record.shownToNetworks,
    contactable: record.contactable,
    emailShown: record.emailShown,
    website: record.website ?? '',
    description: record.description,
    countries: record.countries,
    sectors: record.sectors,
    sdgs: record.sdgs.map(String),
  }
}

/** What a point was found for: typed over, the point is another place's and is forgotten. */
export const placeTyped = (address: string, commune: string) => `${address.trim()}|${commune.trim()}`

export type ReadForm = { input: OrganisationInput; faults: null } | { input: null; faults: Faults }

export async function readForm(ctx: Context, values: FormValues): Promise<ReadForm> {
  return read(values, await organisationMeant(ctx, values.parent, values.parentId || null))
}

function read(values: FormValues, parent: OrganisationMeant): ReadForm {
  const { type, commune, aliases, formerNames, parent: _, point, pointOf, seatCountry, ...fields } = values
  const inFrance = (seatCountry || FRANCE) === FRANCE
  const meant = inFrance && commune.trim() ? communesMeant(commune) : []
  const parsed = organisationInput.safeParse({
    ...fields,
    ...kindFrom(type),
    seatCountry: seatCountry || FRANCE,
    parentId: parent.id ?? null,
    aliases: aliases
      .split('\n')
      .map((alias) => alias.trim())
      .filter(Boolean),
    formerNames: formerNames
      .filter(({ name, from, until }) => (name + from + until).trim())
      .map(({ name, from, until }) => ({ name, from: momentOf(from), until: momentOf(until) })),
    insee: meant.length === 1 ? meant[0]!.insee : null,
    postalCode: meant.length === 1 ? meant[0]!.postalCode : null,
    point: pointOf === placeTyped(values.address, commune) ? pointFrom(point) : null,
  })
  const faults: Faults = {}
  if (inFrance && commune.trim() && meant.length === 0) faults.commune = { code: 'commune_unknown' }
  if (meant.length > 1)
    faults.commune = { code: 'commune_ambiguous', choices: meant.slice(0, 12).map(({ label }) => label) }
  if (inFrance && values.city.trim() && !commune.trim()) faults.city = { code: 'city_in_france' }
  if (parent.fault)
    faults.parent = {
      code: parent.fault,
      ...(parent.fault === 'organisation_ambiguous' && { homonyms: parent.choices }),
    }
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues)
      faults[FIELD_OF[path[0] as string] ?? (path[0] as keyof FormValues)] ??= { code: message }
  }
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null }
    : { input: null, faults }
}

/** Where the fault of a column made from another field is said. */
const FIELD_OF: Record<string, keyof FormValues> = {
  kind: 'type',
  subkind: 'type',
  insee: 'commune',
  postalCode: 'commune',
  parentId: 'parent',
  point: 'address',
}

/** As it is kept; what cannot be read is left for the schema to refuse. */
const momentOf = (typed: string) => (typed.trim() ? (readMoment(typed) ?? typed) : null)

function pointFrom(text: string) {
  const [lat, lon] = text.split(',').map(Number)
  return text && Number.isFinite(lat) && Number.isFinite(lon) ? { lat: lat!, lon: lon! } : null
}

/** « kind » or « kind/subkind »: one list to choose from, two columns to keep. */
const typeOf = ({ kind, subkind }: { kind: string; subkind: string | null }) =>
  subkind ? `${kind}/${subkind}` : kind

function kindFrom(type: string) {
  const [kind = '', subkind = ''] = type.split('/')
  return { kind, subkind }
}
