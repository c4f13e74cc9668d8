import { COUNTRIES, countriesOf, FRANCE, ZONES, zoneLabel } from '#packages/referentials/countries.ts'
import { KINDS, kindLabel, subkindsOf } from '#packages/referentials/kinds.ts'
import { SDGS } from '#packages/referentials/sdgs.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { lookupsOffered } from '#server/crm/lookup/public-register.server.ts'
import type { Locale } from '../i18n.ts'
import type { Choice, ChoiceGroup } from '../ui/choice-search.ts'

export type FormChoices = ReturnType<typeof formChoices>

/** Parts of France that have a country's code: their communes are French communes. */
const PARTS_OF_FRANCE = new Set('BL GF GP MF MQ NC PF PM RE TF WF YT'.split(' '))

/** The choices a form offers, in the reader's language. */
export function formChoices(locale: Locale) {
  const collator = new Intl.Collator(locale)
  const byLabel = (a: Choice, b: Choice) => collator.compare(a.label, b.label)
  const named = (countries: typeof COUNTRIES) =>
    countries.map((country) => ({ value: country.code, label: country[locale] })).sort(byLabel)
  return {
    lookups: lookupsOffered(),
    france: FRANCE,
    seatCountries: named(COUNTRIES.filter(({ code }) => code !== FRANCE && !PARTS_OF_FRANCE.has(code))),
    types: KINDS.map(({ key }) => ({
      key,
      label: kindLabel(key, locale),
      subkinds: subkindsOf(key).map((subkind) => ({ key: `${key}/${subkind.key}`, label: subkind[locale] })),
    })),
    countries: ZONES.map(({ key }) => ({
      key,
      label: zoneLabel(key, locale),
      choices: named(countriesOf(key)),
    })),
    sectors: whole(SECTORS.map((sector) => ({ value: sector.key as string, label: sector[locale] }))),
    sdgs: whole(SDGS.map((sdg) => ({ value: String(sdg.number), label: `${sdg.number}. ${sdg[locale]}` }))),
  }
}

const whole = (choices: Choice[]): ChoiceGroup[] => [{ key: 'all', choices }]
