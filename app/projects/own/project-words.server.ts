import { diffWords } from '#packages/word-diff/word-diff.ts'
import { bandLabel, projectFacetLabel, statusLabel } from '#server/projects/listing/facet-labels.ts'
import type { ProjectInput } from '#server/projects/project/project.schema.ts'
import type { MemberField } from '#server/projects/proposal/proposal.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

const FACETS = { countries: 'country', sectors: 'sector', sdgs: 'sdg' } as const

/** A field of a project as its reader says it; nothing is an empty text. */
export function projectFieldText(field: MemberField, value: unknown, locale: Locale): string {
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

const LABELS: Partial<Record<MemberField, string>> = { lat: 'point', lon: 'point', budgetCents: 'budget' }

export const projectFieldLabel = (field: MemberField, locale: Locale): string => {
  const { t } = i18nFor(locale)
  const label = t(`projects:field.${(LABELS[field] ?? field) as 'title'}`)
  return field === 'lat' || field === 'lon' ? t(`space:projects.${field}`, { field: label }) : label
}

/** A change of one field, word by word. */
export const projectFieldPieces = (field: MemberField, before: unknown, after: unknown, locale: Locale) =>
  diffWords(projectFieldText(field, before, locale), projectFieldText(field, after, locale))
