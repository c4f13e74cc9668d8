import { communeByInsee } from '#packages/referentials/communes.server.ts'
import { countriesOf, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { KINDS, kindLabel, subkindsOf } from '#packages/referentials/kinds.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { communeLabel, communesMeant } from '#server/crm/organisation/find-commune.server.ts'
import type { OrganisationRecord } from '#server/crm/organisation/get-organisation.server.ts'
import { type OrganisationInput, organisationInput } from '#server/crm/organisation/organisation.schema.ts'
import type { Locale } from '../i18n.ts'
import type { Choice, ChoiceGroup } from '../ui/choice-search.ts'

const TEXTS = [
  'name',
  'acronym',
  'aliases',
  'type',
  'siren',
  'siret',
  'rna',
  'address',
  'commune',
  'website',
  'description',
] as const
const LISTS = ['countries', 'sectors', 'sdgs'] as const

export type FormValues = Record<(typeof TEXTS)[number], string> & Record<(typeof LISTS)[number], string[]>
export type Faults = Partial<Record<keyof FormValues, { code: string; choices?: string[] }>>

export const emptyValues = (): FormValues => valuesOf(new FormData())

/** What was typed, as it was typed: given back untouched when something is refused. */
export function valuesOf(form: FormData): FormValues {
  const texts = TEXTS.map((name) => [name, String(form.get(name) ?? '')])
  const lists = LISTS.map((name) => [name, form.getAll(name).map(String)])
  return Object.fromEntries([...texts, ...lists])
}

export function valuesOfRecord(record: OrganisationRecord): FormValues {
  const commune = record.insee ? communeByInsee(record.insee) : undefined
  return {
    name: record.name,
    acronym: record.acronym ?? '',
    aliases: record.aliases.join('\n'),
    type: typeOf(record),
    siren: record.siren ?? '',
    siret: record.siret ?? '',
    rna: record.rna ?? '',
    address: record.address ?? '',
    commune: commune ? communeLabel(commune, record.postalCode) : '',
    website: record.website ?? '',
    description: record.description,
    countries: record.countries,
    sectors: record.sectors,
    sdgs: record.sdgs.map(String),
  }
}

export type ReadForm = { input: OrganisationInput; faults: null } | { input: null; faults: Faults }

export function readForm(values: FormValues): ReadForm {
  const { type, commune, aliases, ...fields } = values
  const meant = commune.trim() ? communesMeant(commune) : []
  const parsed = organisationInput.safeParse({
    ...fields,
    ...kindFrom(type),
    aliases: aliases
      .split('\n')
      .map((alias) => alias.trim())
      .filter(Boolean),
    insee: meant.length === 1 ? meant[0]!.insee : null,
    postalCode: meant.length === 1 ? meant[0]!.postalCode : null,
  })
  const faults: Faults = {}
  if (commune.trim() && meant.length === 0) faults.commune = { code: 'commune_unknown' }
  if (meant.length > 1)
    faults.commune = { code: 'commune_ambiguous', choices: meant.slice(0, 12).map(({ label }) => label) }
  if (!parsed.success) {
    for (const issue of parsed.error.issues) {
      const field =
        issue.path[0] === 'kind' || issue.path[0] === 'subkind' ? 'type' : (issue.path[0] as keyof FormValues)
      faults[field] ??= { code: issue.message }
    }
  }
  return parsed.success && Object.keys(faults).length === 0
    ? { input: parsed.data, faults: null }
    : { input: null, faults }
}

/** « kind » or « kind/subkind »: one list to choose from, two columns to keep. */
const typeOf = ({ kind, subkind }: { kind: string; subkind: string | null }) =>
  subkind ? `${kind}/${subkind}` : kind

function kindFrom(type: string) {
  const [kind = '', subkind = ''] = type.split('/')
  return { kind, subkind }
}

/** The choices a form offers, in the reader's language. */
export function formChoices(locale: Locale) {
  const collator = new Intl.Collator(locale)
  return {
    types: KINDS.map(({ key }) => ({
      key,
      label: kindLabel(key, locale),
      subkinds: subkindsOf(key).map((subkind) => ({ key: `${key}/${subkind.key}`, label: subkind[locale] })),
    })),
    countries: ZONES.map(({ key }) => ({
      key,
      label: zoneLabel(key, locale),
      choices: countriesOf(key)
        .map((country) => ({ value: country.code, label: country[locale] }))
        .sort((a, b) => collator.compare(a.label, b.label)),
    })),
    sectors: whole(SECTORS.map((sector) => ({ value: sector.key as string, label: sector[locale] }))),
    sdgs: whole(SDGS.map((sdg) => ({ value: String(sdg.number), label: `${sdg.number}. ${sdg[locale]}` }))),
  }
}

const whole = (choices: Choice[]): ChoiceGroup[] => [{ key: 'all', choices }]
