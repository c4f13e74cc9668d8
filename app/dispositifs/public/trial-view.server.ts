import type { ListedDispositif } from '#server/dispositifs/listing/get-listed-dispositif.server.ts'
import { currentCall, rulesOf } from '#server/dispositifs/listing/listed-calls.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { nameOf } from '../../shell.server.ts'
import { type CallView, callView, type Reader } from './call-view.server.ts'
import { contactOf, depositOf } from './dispositif-view.server.ts'
import { ruleViews } from './rule-view.server.ts'
import { type Answers, LISTS } from './trial-answers.ts'
import { judgeAnswers } from './trial-judge.ts'
import { questionsOf } from './trial-questions.server.ts'

export type TrialView = ReturnType<typeof trialView>

/** The questions, what was answered, and all it takes to judge it again at each letter, in the browser. */
export function trialView(one: ListedDispositif, network: KnownNetwork, reader: Reader, sent: Answers) {
  const { locale, now } = reader
  const { t } = i18nFor(locale)
  const call = currentCall(one.calls, now)
  const rules = rulesOf(one.rules, call)
  const told = call && callView(call, reader)
  const sections = questionsOf(rules, locale)
  const questions = sections.flatMap((section) => section.questions)
  const labelsOf = (name: string) =>
    Object.fromEntries(
      (questions.find((question) => question.name === name)?.choices ?? []).map(({ value, label }) => [
        value,
        label,
      ]),
    )
  const answers = answersTo(sent, questions)
  const days = { actionsFrom: call?.actionsFrom ?? null, actionsTo: call?.actionsTo ?? null }
  return {
    locale,
    name: one.name,
    base: `/${network.slug}/dispositifs`,
    here: `/${network.slug}/dispositifs/${one.slug}`,
    sections,
    answers,
    judged: judgeAnswers(rules, answers, days),
    rules,
    told: ruleViews(rules, locale, call ?? undefined),
    call: days,
    ofCall: told
      ? t('dispositifs:public.trial.ofCall', { call: told.name, state: stateWords(told, locale) })
      : '',
    labels: { documents: labelsOf('piece'), countries: labelsOf('pays') },
    deposit: depositOf(one, locale),
    contact: contactOf(one.contact),
    team: `/${network.slug}/equipe`,
    network: nameOf(network),
    title: t('dispositifs:public.trial.titleOf', { name: one.name, network: nameOf(network) }),
    words: wordsOf(locale, one.name, nameOf(network)),
  }
}

/** An address may hold anything: only what was asked is kept, and of choices those that were offered. */
function answersTo(sent: Answers, questions: { name: string; choices: { value: string }[] }[]): Answers {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => {
      const question = questions.find((one) => one.name === name)
      const offered = (text: string) =>
        question?.choices.length === 0 || question?.choices.some((choice) => choice.value === text)
      if ((LISTS as readonly string[]).includes(name)) return [name, [value].flat().filter(offered)]
      return [name, question && offered(value as string) ? value : '']
    }),
  ) as Answers
}

function stateWords(call: CallView, locale: Locale): string {
  const { t } = i18nFor(locale)
  if (call.state === 'open') return t('dispositifs:public.trial.stateOpen', { at: call.closes.text })
  if (call.state === 'next') return t('dispositifs:public.trial.stateNext', { at: call.opens.text })
  return t('dispositifs:public.trial.statePast', { at: call.closes.text })
}

function wordsOf(locale: Locale, name: string, network: string) {
  const { t, getResource } = i18nFor(locale)
  const trial = (
    key: 'heading' | 'nothingKept' | 'noRules' | 'check' | 'reset' | 'copy' | 'copied' | 'print',
  ) => t(`dispositifs:public.trial.${key}`)
  return {
    back: t('dispositifs:public.back', { network }),
    breadcrumb: t('dispositifs:public.breadcrumb'),
    heading: trial('heading'),
    lead: t('dispositifs:public.trial.lead', { name }),
    nothingKept: trial('nothingKept'),
    noRules: trial('noRules'),
    check: trial('check'),
    reset: trial('reset'),
    copy: trial('copy'),
    copied: trial('copied'),
    print: trial('print'),
    result: t('dispositifs:public.trial.result'),
    next: t('dispositifs:public.trial.next'),
    nextMet: t('dispositifs:public.trial.nextMet'),
    backTo: t('dispositifs:public.trial.backTo'),
    choose: t('dispositifs:public.trial.choose'),
    dontKnow: t('dispositifs:public.trial.dontKnow'),
    nth: t('dispositifs:public.trial.nth', { label: '{{label}}', nth: '{{nth}}' }),
    where: t('dispositifs:public.where'),
    contact: t('dispositifs:public.contact'),
    noContact: t('dispositifs:public.noContact'),
    verdict: {
      met: t('dispositifs:public.trial.verdict.met'),
      broken: t('dispositifs:public.trial.verdict.broken'),
      unknown: t('dispositifs:public.trial.verdict.unknown'),
      advice: t('dispositifs:public.trial.verdict.advice'),
    },
    conclusion: {
      empty: t('dispositifs:public.trial.conclusion.empty'),
      broken: t('dispositifs:public.trial.conclusion.broken'),
      open: t('dispositifs:public.trial.conclusion.open'),
      met: t('dispositifs:public.trial.conclusion.met'),
    },
    fault: {
      number: t('dispositifs:public.trial.fault.number'),
      money: t('dispositifs:public.trial.fault.money'),
      date: t('dispositifs:public.trial.fault.date'),
    },
    /** As they are kept, with their gaps: the browser fills them at each letter. */
    found: getResource(locale, 'dispositifs', 'public.found') as Record<string, string>,
  }
}
