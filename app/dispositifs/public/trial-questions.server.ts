import { COUNTRIES, FRANCE } from '#packages/referentials/countries.ts'
import { DEPARTMENTS, OVERSEAS_COLLECTIVITIES } from '#packages/referentials/departments.ts'
import { isSubkind, KINDS, type SubkindKey, subkindLabel } from '#packages/referentials/kinds.ts'
import type { Rule } from '#server/dispositifs/rule/rule.schema.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import type { Choice } from '../../ui/choice-search.ts'
import type { ListName, SingleName } from './trial-answers.ts'

export type Question = {
  name: SingleName | ListName
  as: 'whole' | 'money' | 'date' | 'choice' | 'countries' | 'boxes'
  label: string
  hint: string
  choices: Choice[]
}

const SECTIONS = ['group', 'action', 'money', 'holder', 'documents'] as const
type Section = (typeof SECTIONS)[number]
type Asked = [Section, Question['as'], Question['name']]

/** What a rule needs to know; nothing else is asked. */
function askedBy(rule: Rule): Asked[] {
  switch (rule.kind) {
    case 'ages':
      return [
        ['group', 'whole', 'age_min'],
        ['group', 'whole', 'age_max'],
      ]
    case 'head_count': {
      const french: Asked = ['group', 'whole', 'francais']
      const foreign: Asked = ['group', 'whole', 'etrangers']
      return { french: [french], foreign: [foreign], all: [french, foreign] }[rule.of]
    }
    case 'budget_share':
      return [
        ['money', 'money', 'demande'],
        ['money', 'money', 'budget'],
      ]
    case 'amount_ceiling':
      return [
        ['money', 'money', 'demande'],
        ...(rule.elsewhere ? [['holder', 'choice', 'departement'] satisfies Asked] : []),
      ]
    case 'action_dates':
      return [
        ['action', 'date', 'debut'],
        ['action', 'date', 'fin'],
      ]
    case 'action_days':
      return [['action', 'whole', 'jours']]
    case 'files_per_holder':
      return [['holder', 'whole', 'dossiers']]
    case 'sponsor_accredited':
      return [['holder', 'choice', 'marraine']]
    case 'documents':
      return [['documents', 'boxes', 'piece']]
    case 'countries':
      return [['action', 'countries', 'pays']]
    case 'holder_kinds':
      return [['holder', 'choice', 'structure']]
  }
}

/** Each question once, in the order people think of a project. */
export function questionsOf(rules: readonly Rule[], locale: Locale) {
  const { t } = i18nFor(locale)
  const asked = rules.flatMap(askedBy)
  const once = asked.filter(([, , name], at) => asked.findIndex((other) => other[2] === name) === at)
  return SECTIONS.map((key) => ({
    key,
    title: t(`dispositifs:public.trial.section.${key}`),
    questions: once
      .filter(([section]) => section === key)
      .map(
        ([, as, name]): Question => ({
          as,
          name,
          label: t(`dispositifs:public.trial.field.${name}`),
          hint:
            name === 'demande' || name === 'budget' || name === 'jours'
              ? t(`dispositifs:public.trial.hint.${name}`)
              : '',
          choices: choicesOf(name, rules, locale),
        }),
      ),
  })).filter(({ questions }) => questions.length > 0)
}

export type Questions = ReturnType<typeof questionsOf>

function choicesOf(name: Question['name'], rules: readonly Rule[], locale: Locale): Choice[] {
  const { t } = i18nFor(locale)
  const sorted = (choices: Choice[]) => choices.sort((a, b) => a.label.localeCompare(b.label, locale))
  switch (name) {
    case 'departement':
      return [...DEPARTMENTS, ...OVERSEAS_COLLECTIVITIES].map(({ code, name }) => ({
        value: code,
        label: `${name} (${code})`,
      }))
    case 'marraine':
      return [
        { value: 'oui', label: t('dispositifs:public.trial.yes') },
        { value: 'non', label: t('dispositifs:public.trial.no') },
      ]
    case 'pays': {
      const named = new Set(rules.flatMap((rule) => (rule.kind === 'countries' ? rule.countries : [])))
      return sorted(
        COUNTRIES.filter(({ code }) => code !== FRANCE || named.has(FRANCE)).map((country) => ({
          value: country.code,
          label: country[locale],
        })),
      )
    }
    case 'structure': {
      // A sort of school or of association only where a rule tells it from its family.
      const kinds = rules.flatMap((rule) => (rule.kind === 'holder_kinds' ? rule.kinds : []))
      const subkinds = [...new Set(kinds)].filter((one): one is SubkindKey => isSubkind(one))
      return [
        ...subkinds.map((value) => ({ value, label: subkindLabel(value, locale) })),
        ...KINDS.map((kind) => ({ value: kind.key, label: kind[locale] })),
      ]
    }
    case 'piece':
      return rules.flatMap((rule) =>
        rule.kind === 'documents'
          ? rule.documents.map(({ key, label }) => ({ value: key, label: label[locale] }))
          : [],
      )
    default:
      return []
  }
}
