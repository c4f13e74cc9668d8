import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import { KINDS, kindLabel, subkindsOf } from '#packages/referentials/kinds.ts'
import type { ListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import type { ChoiceGroup } from '../../ui/choice-search.ts'
import { formChoices } from '../organisation-choices.server.ts'

export type FilterChoices = ReturnType<typeof filterChoices>

/** Everything the filters offer, in the reader's words: the network's own départements first. */
export function filterChoices(choices: ListChoices, network: KnownNetwork, locale: Locale) {
  const { t } = i18nFor(locale)
  const { countries, sectors, sdgs } = formChoices(locale)
  const departments = (mine: boolean) =>
    DEPARTMENTS.filter(({ code }) => network.departments.includes(code) === mine).map(({ code, name }) => ({
      value: code as string,
      label: `${name} (${code})`,
    }))
  const own = { key: 'own', label: t('crm:filter.ownDepartments'), choices: departments(true) }
  const others = { key: 'others', label: t('crm:filter.otherDepartments'), choices: departments(false) }
  return {
    kinds: [{ key: 'all', choices: KINDS.map(({ key }) => ({ value: key, label: kindLabel(key, locale) })) }],
    subkinds: KINDS.map(({ key }) => ({
      key,
      label: kindLabel(key, locale),
      choices: subkindsOf(key).map((one) => ({ value: one.key as string, label: one[locale] })),
    })),
    departments: own.choices.length > 0 ? [own, others] : [{ ...others, label: undefined }],
    countries,
    sectors,
    sdgs,
    tags: [
      { key: 'all', choices: choices.tags.map(({ id, name }) => ({ value: id, label: name })) },
    ] as ChoiceGroup[],
    team: choices.team,
    years: choices.years,
    hasTerritory: network.departments.length > 0,
    hasDirectory: network.modules.includes('directory'),
    fields: choices.fields.filter(({ archived }) => !archived),
  }
}
