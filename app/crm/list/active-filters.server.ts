import { countryName } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { type KindKey, kindLabel, type SubkindKey, subkindLabel } from '#packages/referentials/kinds.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { type SectorKey, sectorLabel } from '#packages/referentials/sectors.ts'
import { filtersAddress, type OrganisationFilters } from '#server/crm/organisation/organisation-filters.ts'
import type { ListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

/** One filter in force: what it says, and the name and value it has in the address. */
export type ActiveFilter = { name: string; value: string; label: string }

/** Every filter in force in words, one a value, so that each can be taken off by itself. */
export function activeFilters(
  filters: OrganisationFilters,
  choices: ListChoices,
  locale: Locale,
): ActiveFilter[] {
  const { t } = i18nFor(locale)
  const person = (id: string) => choices.team.find((one) => one.id === id)?.name ?? t('kernel:someone')
  const words: Record<string, (value: string) => string> = {
    type: (value) => kindLabel(value as KindKey, locale),
    sous: (value) => subkindLabel(value as SubkindKey, locale),
    departement: departmentName,
    pays: (value) => countryName(value, locale),
    secteur: (value) => sectorLabel(value as SectorKey, locale),
    odd: (value) => `${t('crm:filter.sdgShort')} ${value} — ${sdgLabel(Number(value), locale)}`,
    etiquette: (value) => choices.tags.find(({ id }) => id === value)?.name ?? t('crm:filter.goneTag'),
    adherent: (year) => t('crm:filter.memberOf', { year }),
    annuaire: (value) => t(`crm:filter.directory.${value}`),
    verifier: () => t('crm:filter.check'),
    hors: () => t('crm:filter.outside'),
    courriel: (value) => t(`crm:filter.email.${value}`),
    suivi: (value) =>
      value === 'personne' ? t('crm:filter.keptByNobody') : t('crm:filter.keptBy', { name: person(value) }),
  }
  return [...filtersAddress(filters)].map(([name, value]) => ({
    name,
    value,
    label: words[name]?.(value) ?? ownWords(name, value, choices, locale),
  }))
}

function ownWords(name: string, value: string, { fields }: ListChoices, locale: Locale): string {
  const { t } = i18nFor(locale)
  const [, key, part] = name.split('.')
  const field = fields.find((one) => one.key === key)
  const label = field?.label ?? key ?? name
  if (part === 'rempli') return t(`crm:filter.${value === '1' ? 'filled' : 'unfilled'}`, { label })
  if (part) return t(`crm:filter.${part === 'de' ? 'from' : 'to'}`, { label, value })
  const said =
    field?.type === 'yes_no'
      ? t(value === 'true' ? 'kernel:journal.yes' : 'kernel:journal.no')
      : (field?.choices.find((choice) => choice.key === value)?.label ?? value)
  return t('crm:filter.is', { label, value: said })
}
