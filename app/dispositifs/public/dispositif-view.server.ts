import { days } from '#packages/referentials/dates.ts'
import type { Laureate } from '#server/dispositifs/laureate/find-laureates.server.ts'
import type { ListedDispositif } from '#server/dispositifs/listing/get-listed-dispositif.server.ts'
import { callsByState, currentCall, rulesOf } from '#server/dispositifs/listing/listed-calls.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { htmlOf } from '#server/portal/text/markdown.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { nameOf } from '../../shell.server.ts'
import { callView, type Reader } from './call-view.server.ts'
import { laureatesView } from './laureates-view.server.ts'
import { ruleViews } from './rule-view.server.ts'

export type { RuleView, SourceView } from './rule-view.server.ts'

export type DispositifView = ReturnType<typeof dispositifView>

/** A published dispositif as its page tells it, in the reader's language; what is empty is left out. */
export function dispositifView(
  one: ListedDispositif,
  network: KnownNetwork,
  reader: Reader,
  laureates: Laureate[] = [],
) {
  const { locale, now } = reader
  const { t } = i18nFor(locale)
  const current = currentCall(one.calls, now)
  const { open, next, past } = callsByState(one.calls, now)
  const others = [...open, ...next, ...past].filter(({ id }) => id !== current?.id)
  const rules = rulesOf(one.rules, current)
  const base = `/${network.slug}/dispositifs`
  const call = current && callView(current, reader)
  const facts = [
    { label: t('dispositifs:public.funderLabel'), value: one.funder },
    { label: t('dispositifs:public.code'), value: one.code === one.name ? '' : one.code },
    { label: t('dispositifs:public.aliases'), value: one.aliases.join(', ') },
    { label: t('dispositifs:public.legalText'), value: one.legalText },
  ]
  return {
    name: one.name,
    summary: one.summary,
    network: nameOf(network),
    base,
    trial: rules.length > 0 ? `${base}/${one.slug}/test` : null,
    body: one.body ? htmlOf(one.body) : '',
    call,
    callHeading: call
      ? t(
          call.state === 'open'
            ? 'dispositifs:public.call'
            : call.state === 'next'
              ? 'dispositifs:public.nextCall'
              : 'dispositifs:public.lastCall',
        )
      : t('dispositifs:public.nextCall'),
    steps: current ? stepsOf(current.steps, locale) : [],
    ...ruleViews(rules, locale, current ?? undefined),
    rulesOf: call ? t('dispositifs:public.rulesOf', { call: call.name }) : '',
    documents: rules.flatMap((rule) =>
      rule.kind === 'documents'
        ? rule.documents.map(({ key, label }) => ({ key, label: label[locale] }))
        : [],
    ),
    others: others.map((other) => callView(other, reader)),
    laureates: laureatesView([...open, ...next, ...past], laureates, locale),
    deposit: depositOf(one, locale),
    start: one.intake === 'here' && call?.state === 'open' ? `${base}/${one.slug}/deposer` : null,
    contact: contactOf(one.contact),
    team: `/${network.slug}/equipe`,
    facts: facts.filter(({ value }) => value),
    updated: t('dispositifs:public.updated', {
      date: days(locale, network.timeZone, 'long').format(one.updatedAt),
    }),
    words: wordsOf(locale, nameOf(network)),
  }
}

const ORDER = ['sponsor', 'instruction', 'region', 'national', 'advance'] as const

/** The region always gives its opinion; the rest is what this call does. */
function stepsOf(steps: string[], locale: Locale): string[] {
  const { t } = i18nFor(locale)
  return ORDER.filter((step) => step === 'region' || steps.includes(step)).map((step) =>
    t(`dispositifs:public.step.${step}`),
  )
}

/** On the funder's platform, or with the network's team: never a door that opens on nothing. */
export function depositOf({ intake, intakeUrl }: ListedDispositif, locale: Locale) {
  const { t } = i18nFor(locale)
  if (intake === 'here') return { text: t('dispositifs:public.here'), link: null }
  if (!intakeUrl) return { text: t('dispositifs:public.elsewhereNoLink'), link: null }
  const host = URL.canParse(intakeUrl) ? new URL(intakeUrl).host : intakeUrl
  return {
    text: t('dispositifs:public.elsewhere'),
    link: {
      href: intakeUrl,
      label: t('dispositifs:public.platform'),
      note: t('dispositifs:public.platformNew', { host }),
    },
  }
}

const EMAIL = /([\w.+-]+@[\w-]+(?:\.[\w-]+)+)/

/** Its addresses can be clicked; the rest stays as it was written. */
export const contactOf = (contact: string) =>
  contact
    .split(EMAIL)
    .map((text, at) => ({ at, text, email: at % 2 === 1 }))
    .filter(({ text }) => text)

function wordsOf(locale: Locale, network: string) {
  const { t } = i18nFor(locale)
  return {
    back: t('dispositifs:public.back', { network }),
    breadcrumb: t('dispositifs:public.breadcrumb'),
    noCallYet: t('dispositifs:public.noCallYet'),
    opens: t('dispositifs:public.opens'),
    closes: t('dispositifs:public.closes'),
    actions: t('dispositifs:public.actions'),
    regions: t('dispositifs:public.regions'),
    steps: t('dispositifs:public.steps'),
    rules: t('dispositifs:public.rules'),
    noRules: t('dispositifs:public.noRules'),
    documents: t('dispositifs:public.documents'),
    where: t('dispositifs:public.where'),
    contact: t('dispositifs:public.contact'),
    noContact: t('dispositifs:public.noContact'),
    about: t('dispositifs:public.about'),
    calls: t('dispositifs:public.calls'),
    laureates: t('dispositifs:follow.public.laureates'),
    startHere: t('dispositifs:public.startHere'),
    tryIt: t('dispositifs:public.tryIt'),
    tryHelp: t('dispositifs:public.tryHelp'),
    yourTime: t('dispositifs:public.at.yours', { at: '{{at}}' }),
  }
}
