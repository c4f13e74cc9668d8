import type { TimelineEntry } from '#server/crm/organisation/record-part.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { durationText } from '#server/support/act/act.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

type Words = (
  detail: TimelineEntry['detail'],
  network: KnownNetwork,
  locale: Locale,
) => Record<string, unknown>

/** Details that are keys, in the words of the reader and of the network; by kind of moment, one line each. */
export const STORY_WORDS: Record<string, Words> = {
  support: ({ kind, minutes }, _, locale) => ({
    kind: i18nFor(locale).t(`support:kind.${kind}`),
    duration: durationText(Number(minutes)),
  }),
  membership: ({ college }, network, locale) => ({ college: collegeLabel(String(college), network, locale) }),
}

export const collegeLabel = (key: string, { colleges }: KnownNetwork, locale: Locale) =>
  colleges.find((college) => college.key === key)?.[locale] ?? key
