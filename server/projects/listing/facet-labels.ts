import { countryName, type ZoneKey, zoneLabel } from '#packages/referentials/countries.ts'
import { type KindKey, kindLabel } from '#packages/referentials/kinds.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import type { BudgetBand, ProjectStatus } from '../project/project.ts'
import type { ProjectFacet } from './filters.schema.ts'

const STATUS_LABELS: Record<ProjectStatus, Record<Locale, string>> = {
  idea: { fr: 'Idée', en: 'Idea' },
  planned: { fr: 'Prévu', en: 'Planned' },
  running: { fr: 'En cours', en: 'Under way' },
  done: { fr: 'Terminé', en: 'Completed' },
  abandoned: { fr: 'Abandonné', en: 'Abandoned' },
}
const BAND_LABELS: Record<BudgetBand, Record<Locale, string>> = {
  under_10k: { fr: 'Moins de 10 000 €', en: 'Under €10,000' },
  under_50k: { fr: 'De 10 000 à 50 000 €', en: '€10,000 to €50,000' },
  under_150k: { fr: 'De 50 000 à 150 000 €', en: '€50,000 to €150,000' },
  under_500k: { fr: 'De 150 000 à 500 000 €', en: '€150,000 to €500,000' },
  over_500k: { fr: '500 000 € et plus', en: '€500,000 and more' },
}

export const statusLabel = (status: string, locale: Locale) =>
  STATUS_LABELS[status as ProjectStatus]?.[locale] ?? status
export const bandLabel = (band: string, locale: Locale) => BAND_LABELS[band as BudgetBand]?.[locale] ?? band

/** A facet's value as people read it. */
export function projectFacetLabel(facet: ProjectFacet, value: string, locale: Locale): string {
  switch (facet) {
    case 'country':
      return countryName(value, locale)
    case 'zone':
      return zoneLabel(value as ZoneKey, locale)
    case 'sector':
      return sectorLabel(value as SectorKey, locale)
    case 'sdg':
      return `${value}. ${sdgLabel(Number(value), locale)}`
    case 'status':
      return statusLabel(value, locale)
    case 'kind':
      return kindLabel(value as KindKey, locale)
    case 'year':
      return value
  }
}
