import { COUNTRIES, countriesOf, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { organisationLabels, organisationsMeant } from '#server/crm/public.ts'
import {
  type InstructorInput,
  instructorInput,
  PUBLICS,
} from '#server/dispositifs/instruction/instructor.schema.ts'
import type { Context, Locale } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { type Faults, listOf, readInput, textOf } from './read-input.server.ts'

const TEXTS = ['name', 'email', 'organisationName', 'most', 'trainedOn'] as const
export type InstructorValues = Record<(typeof TEXTS)[number], string> & {
  organisations: string[]
  sectors: string[]
  countries: string[]
  publics: string[]
}

export const instructorValues = (form: FormData): InstructorValues => ({
  ...(Object.fromEntries(TEXTS.map((name) => [name, textOf(form, name)])) as Record<
    (typeof TEXTS)[number],
    string
  >),
  organisations: listOf(form, 'organisations'),
  sectors: listOf(form, 'sectors'),
  countries: listOf(form, 'countries'),
  publics: listOf(form, 'publics'),
})

const isId = (value: string) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value)

/** An organisation is chosen by its id or written as its name; one without record is written beside. */
export async function readInstructor(
  ctx: Context,
  values: InstructorValues,
): Promise<{ input: InstructorInput; faults: null } | { input: null; faults: Faults }> {
  const { organisations, ...rest } = values
  const [named] = organisations
  const [meant] = named && !isId(named) ? await organisationsMeant(ctx, [named]) : []
  const organisationId = named && isId(named) ? named : (meant?.id ?? null)
  const read = readInput(instructorInput, { ...rest, organisationId })
  const faults: Faults = { ...read.faults }
  if (organisations.length > 1) faults.organisations = 'one_organisation'
  else if (named && !organisationId) faults.organisations = 'organisation_unknown'
  return read.input && Object.keys(faults).length === 0
    ? { input: read.input, faults: null }
    : { input: null, faults }
}

/** What the form offers. */
export function expertiseChoices(locale: Locale) {
  const { t } = i18nFor(locale)
  const own = new Map(COUNTRIES.map(({ code, zone }) => [code, zone]))
  return {
    sectors: [
      {
        key: 'all',
        label: t('dispositifs:jury.field.sectors'),
        choices: SECTORS.map((one) => ({ value: one.key, label: one[locale] })),
      },
    ],
    countries: ZONES.map(({ key }) => ({
      key,
      label: zoneLabel(key, locale),
      choices: countriesOf(key)
        .filter(({ code }) => own.get(code) === key)
        .map((one) => ({ value: one.code, label: one[locale] })),
    })).filter(({ choices }) => choices.length > 0),
    publics: PUBLICS.map((value) => ({ value, label: t(`dispositifs:jury.public.${value}`) })),
  }
}

export async function labelsOf(ctx: Context, ids: string[]) {
  return [...(await organisationLabels(ctx, ids.filter(isId)))].map(([value, label]) => ({ value, label }))
}
