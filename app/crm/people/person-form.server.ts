import {
  type OrganisationChoice,
  organisationMeant,
} from '#server/crm/organisation/organisations-meant.server.ts'
import type { PersonRecord } from '#server/crm/person/get-person.server.ts'
import {
  type PersonInput,
  type PositionInput,
  personInput,
  positionInput,
} from '#server/crm/person/person.schema.ts'
import { LANGUAGES, LEGAL_BASES, STANDINGS } from '#server/crm/person/person.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Locale } from '../../i18n.ts'

const PERSON = [
  'givenName',
  'familyName',
  'email',
  'phone',
  'topics',
  'legalBasis',
  'dataOrigin',
  'consentedOn',
  'lastContactOn',
] as const
const POSITION = [
  'organisation',
  'organisationId',
  'function',
  'standing',
  'service',
  'startedOn',
  'endedOn',
] as const

export type PersonValues = Record<(typeof PERSON)[number], string> & { languages: string[] }
export type PositionValues = Record<(typeof POSITION)[number], string>
export type PersonFault = { code: string; homonyms?: OrganisationChoice[] }
export type PersonFaults = Partial<Record<keyof PersonValues | keyof PositionValues, PersonFault>>

const textsOf = <Name extends string>(form: FormData, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, String(form.get(name) ?? '')])) as Record<Name, string>

/** What was typed, as it was typed. */
export const personTyped = (form: FormData): PersonValues => ({
  ...textsOf(form, PERSON),
  languages: form.getAll('languages').map(String),
})
export const positionTyped = (form: FormData): PositionValues => textsOf(form, POSITION)

export function valuesOfPerson(record: PersonRecord): PersonValues {
  const { givenName, familyName, email, phone, topics, languages } = record
  return {
    givenName,
    familyName,
    email: email ?? '',
    phone: phone ?? '',
    topics: topics.join(', '),
    languages,
    legalBasis: record.legalBasis,
    dataOrigin: record.dataOrigin,
    consentedOn: record.consentedOn ?? '',
    lastContactOn: record.lastContactOn ?? '',
  }
}

type Read<T> = { input: T; faults: PersonFaults }
type Refused = { input: null; faults: PersonFaults }

export function readPerson({ topics, legalBasis, ...values }: PersonValues): Read<PersonInput> | Refused {
  const parsed = personInput.safeParse({
    ...values,
    legalBasis: legalBasis || undefined,
    topics: topics.split(/[,;\n]/).map((topic) => topic.trim()),
  })
  return parsed.success
    ? { input: parsed.data, faults: {} }
    : { input: null, faults: faultsFrom(parsed.error.issues) }
}

/** A position that is wholly blank is none. */
export const isBlank = ({ organisation, function: role, service, startedOn, endedOn }: PositionValues) =>
  !(organisation + role + service + startedOn + endedOn).trim()

export async function readPosition(
  ctx: Context,
  { organisation, organisationId, standing, ...values }: PositionValues,
): Promise<Read<PositionInput> | Refused> {
  const meant = await organisationMeant(ctx, organisation, organisationId || null)
  const given = { ...values, standing: standing || undefined, organisationId: meant.id ?? '' }
  const parsed = positionInput.safeParse(given)
  if (parsed.success) return { input: parsed.data, faults: {} }
  const { organisationId: missing, ...faults } = faultsFrom(parsed.error.issues)
  if (meant.fault === 'organisation_ambiguous')
    faults.organisation = { code: meant.fault, homonyms: meant.choices }
  else if (meant.fault) faults.organisation = { code: meant.fault }
  else if (missing) faults.organisation = missing
  return { input: null, faults }
}

function faultsFrom(issues: { path: PropertyKey[]; message: string }[]): PersonFaults {
  const faults: PersonFaults = {}
  for (const { path, message } of issues) faults[path[0] as keyof PersonFaults] ??= { code: message }
  return faults
}

export type PersonChoices = ReturnType<typeof personChoices>

export function personChoices(locale: Locale) {
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const collator = new Intl.Collator(locale)
  const languages = LANGUAGES.map((code) => ({ value: code, label: languageName(names, code) }))
  return {
    languages: [{ key: 'all', choices: languages.sort((a, b) => collator.compare(a.label, b.label)) }],
    legalBases: [...LEGAL_BASES],
    standings: [...STANDINGS],
  }
}

export const languageName = (names: Intl.DisplayNames, code: string) => names.of(code) ?? code
