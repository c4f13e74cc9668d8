import { diffWords } from '#packages/word-diff/word-diff.ts'
import type { DomainError } from '#server/kernel/errors.ts'
import { bandLabel, projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectInput } from '#server/projects/project/project.schema.ts'
import {
  type Decided,
  decidedBy,
  fieldsOf,
  type MemberField,
  type ProjectChanges,
} from '#server/projects/proposal/proposal.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

/** A field of a project as its reader says it; nothing is an empty text. */
function projectFieldText(field: MemberField, value: unknown, locale: Locale): string {
  if (value === null || value === undefined || value === '') return ''
  const { t } = i18nFor(locale)
  const euros = (cents: number | null) =>
    cents === null
      ? ''
      : new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100)
  switch (field) {
    case 'countries':
    case 'sectors':
    case 'sdgs':
      return (value as (string | number)[])
        .map((one) => projectFacetLabel(FACETS[field], String(one), locale))
        .join(', ')
    case 'status':
      return statusLabel(String(value), locale)
    case 'budgetBand':
      return bandLabel(String(value), locale)
    case 'budgetCents':
      return euros(value as number)
    case 'countryOnly':
      return t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
    case 'partnersThere':
      return (value as ProjectInput['partnersThere'])
        .map(({ name, place, country }) =>
          [name, place, country && projectFacetLabel('country', country, locale)].filter(Boolean).join(', '),
        )
        .join(' ; ')
    case 'funding':
      return (value as ProjectInput['funding'])
        .map(({ funder, amountCents }) => [funder, euros(amountCents)].filter(Boolean).join(' '))
        .join(' ; ')
    default:
      return String(value)
  }
}

/** What is answered of a proposal as its reader says it: a pair as one text. */
export function decidedText(decided: Decided, said: ProjectChanges, locale: Locale): string {
  const texts = fieldsOf(decided).map((field) => projectFieldText(field, said[field], locale))
  if (texts.length === 1 || texts.every((text) => text === '')) return texts[0]!
  return texts.map((text) => text || '…').join(decided === 'point' ? ', ' : ' – ')
}

export function decidedLabel(decided: Decided, locale: Locale): string {
  const { t } = i18nFor(locale)
  const label = (field: string) => t(`projects:field.${field as 'title'}`)
  if (decided === 'dates') return fieldsOf(decided).map(label).join(' – ')
  return label(decided === 'budgetCents' ? 'budget' : decided)
}

/** A change, word by word. */
export const decidedPieces = (
  decided: Decided,
  before: ProjectChanges,
  after: ProjectChanges,
  locale: Locale,
) => diffWords(decidedText(decided, before, locale), decidedText(decided, after, locale))

export type Fault = { field: string; fault: string }
/** What a refusal says of fields, each with what it is answered by. */
export function faultsTold(error: DomainError, locale: Locale) {
  const { faults, field, fault } = error.details as Partial<Fault> & { faults?: Fault[] }
  const { t } = i18nFor(locale)
  return (faults ?? (field && fault ? [{ field, fault }] : [])).map((one) => {
    const decided = decidedBy(one.field)
    const label = decidedLabel(decided, locale)
    return { decided: decided as string, label, text: t(`projects:faults.${one.fault as 'locates'}`) }
  })
}
