import { countryName } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import type { Rule, RuleKind, RuleOf } from '#server/dispositifs/rule/rule.schema.ts'
import type { Locale } from '../i18n.ts'
import { listed, money, share, type Translate } from './figures.ts'

/** What a call says besides the rules: days that a rule leaves to it. */
export type CallDays = { actionsFrom: string | null; actionsTo: string | null }

type Told = { t: Translate; locale: Locale; call: CallDays }
type Sentences = { [Kind in RuleKind]: (rule: RuleOf<Kind>, told: Told) => string }

/** Beyond, a list of countries is counted, and read in full below the sentence. */
const MOST_NAMED = 8
/** Ages that hold nobody back: a rule « 60 and over » has no upper end to tell. */
const ANY_AGE = 99

const SENTENCES: Sentences = {
  ages: ({ min, max }, { t }) => {
    if (max >= ANY_AGE) return t('dispositifs:public.rule.agesMin', { count: min })
    if (min === 0) return t('dispositifs:public.rule.agesMax', { count: max })
    return t('dispositifs:public.rule.ages', { min, max })
  },
  head_count: ({ of, min, max }, { t }) => {
    if (min === null) return t(`dispositifs:public.rule.people.${of}.max`, { count: max })
    if (max === null) return t(`dispositifs:public.rule.people.${of}.min`, { count: min })
    return t(`dispositifs:public.rule.people.${of}.between`, { min, max })
  },
  budget_share: ({ maxBasisPoints }, { t, locale }) =>
    t('dispositifs:public.rule.share', { share: share(maxBasisPoints, locale) }),
  amount_ceiling: ({ maxCents, elsewhere }, { t, locale }) => {
    const amount = money(maxCents, locale)
    if (!elsewhere) return t('dispositifs:public.rule.ceiling', { amount })
    const other = money(elsewhere.maxCents, locale)
    const where = placesWords(elsewhere.departments, t, locale)
    return t('dispositifs:public.rule.ceilingElsewhere', { amount, other, where })
  },
  action_dates: (rule, { t, locale, call }) => {
    const day = days(locale, 'UTC', 'long')
    const [from, to] = [rule.from ?? call.actionsFrom, rule.to ?? call.actionsTo].map(
      (one) => one && day.format(new Date(one)),
    )
    if (from && to) return t('dispositifs:public.rule.dates', { from, to })
    if (from) return t('dispositifs:public.rule.datesFrom', { from })
    return to ? t('dispositifs:public.rule.datesTo', { to }) : t('dispositifs:public.rule.datesOfCall')
  },
  action_days: ({ min, max }, { t }) => {
    if (min === null) return t('dispositifs:public.rule.days.max', { count: max })
    if (max === null) return t('dispositifs:public.rule.days.min', { count: min })
    return t('dispositifs:public.rule.days.between', { min, max })
  },
  files_per_holder: ({ max }, { t }) => t('dispositifs:public.rule.files', { count: max }),
  sponsor_accredited: (_, { t }) => t('dispositifs:public.rule.sponsor'),
  documents: ({ documents }, { t }) => t('dispositifs:public.rule.documents', { count: documents.length }),
  countries: ({ countries, oda }, { t, locale }) => {
    if (countries.length > MOST_NAMED)
      return t(oda ? 'dispositifs:public.rule.odaOrListed' : 'dispositifs:public.rule.listed', {
        count: countries.length,
      })
    const names = listed(
      countries.map((code) => countryName(code, locale)),
      locale,
      'or',
    )
    if (!oda) return t('dispositifs:public.rule.countries', { names })
    return names ? t('dispositifs:public.rule.odaOr', { names }) : t('dispositifs:public.rule.oda')
  },
  holder_kinds: ({ kinds }, { t, locale }) => {
    const names = kinds.map((kind) => withinSentence(typeLabel(kind, kind, locale)))
    return t('dispositifs:public.rule.holder', { kinds: listed(names, locale, 'or') })
  },
}

/** Within a sentence; an acronym keeps its capitals. */
const withinSentence = (label: string) =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label[0]!.toLowerCase() + label.slice(1) : label

const NO_DAYS: CallDays = { actionsFrom: null, actionsTo: null }

/** The rule in plain words, from what it holds: « 50 % du budget au plus, valorisations non comprises ». */
export const ruleWords = <Kind extends RuleKind>(
  rule: RuleOf<Kind>,
  t: Translate,
  locale: Locale,
  call: CallDays = NO_DAYS,
): string => {
  const sentence = SENTENCES[rule.kind as Kind] as (rule: Rule, told: Told) => string
  return sentence(rule as Rule, { t, locale, call })
}

/** Every country it names, when its sentence only counts them. */
export const countriesNamed = (rule: Rule, locale: Locale): string[] =>
  rule.kind === 'countries' && rule.countries.length > MOST_NAMED
    ? rule.countries.map((code) => countryName(code, locale)).sort((a, b) => a.localeCompare(b, locale))
    : []

const OVERSEAS = ['971', '972', '973', '974', '976']
const CORSICA = ['2A', '2B']

function placesWords(codes: readonly string[], t: Translate, locale: Locale): string {
  const has = (some: string[]) => some.every((code) => codes.includes(code))
  const named = [...(has(OVERSEAS) ? OVERSEAS : []), ...(has(CORSICA) ? CORSICA : [])]
  const others = codes.filter((code) => !named.includes(code)).map(departmentName)
  const words = [
    ...(has(OVERSEAS) ? [t('dispositifs:public.rule.overseas')] : []),
    ...(has(CORSICA) ? [t('dispositifs:public.rule.corsica')] : []),
    ...(others.length ? [t('dispositifs:public.rule.departments', { names: others.join(', ') })] : []),
  ]
  return listed(words, locale, 'and')
}
