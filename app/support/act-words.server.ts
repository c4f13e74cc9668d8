import { days } from '#packages/referentials/dates.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { type Channel, durationText, type Kind } from '#server/support/act/act.ts'
import type { ActLine } from '#server/support/act/find-acts.server.ts'
import type { Understood } from '#server/support/act/understand-sentence.server.ts'
import { i18nFor } from '../i18n.server.ts'

type Reader = Pick<StaffContext, 'locale' | 'network'>

/** A line of the list in the reader's words. */
export function shownAct(act: ActLine, { locale, network }: Reader) {
  const { t } = i18nFor(locale)
  const day = days(locale, 'UTC')
  return {
    id: act.id,
    on: day.format(new Date(act.happenedOn)),
    duration: durationText(act.minutes),
    kind: t(`support:kind.${act.kind}`),
    family: t(`support:family.${act.family}`),
    channel: act.channel ? t(`support:channel.${act.channel}`) : '',
    topic: act.topic,
    by: act.by ?? t('kernel:someone'),
    next: act.nextStep
      ? {
          step: act.nextStep,
          on: act.nextOn && day.format(new Date(act.nextOn)),
          done: act.nextDone,
        }
      : null,
    organisations: act.organisations.map(({ id, name }) => ({
      name,
      href: `/${network.slug}/bureau/structures/${id}`,
    })),
  }
}

/** What was understood of a sentence, piece by piece: what is missing is not there. */
export function shownUnderstanding(said: Understood, { locale }: Reader) {
  const { t } = i18nFor(locale)
  return {
    organisation: said.organisation,
    pieces: [
      said.minutes ? durationText(said.minutes) : null,
      days(locale, 'UTC').format(new Date(said.happenedOn)),
      said.kind && kindWord(said.kind, locale),
      said.channel && channelWord(said.channel, locale),
      said.topic ? t('support:about', { topic: said.topic }) : null,
    ].filter((piece): piece is string => Boolean(piece)),
    missing: missingOf(said),
  }
}

export type Missing = 'organisation' | 'minutes' | 'kind'
export const missingOf = ({ organisation, minutes, kind }: Understood): Missing[] => [
  ...(organisation ? [] : (['organisation'] as const)),
  ...(minutes ? [] : (['minutes'] as const)),
  ...(kind ? [] : (['kind'] as const)),
]

const kindWord = (kind: Kind, locale: Reader['locale']) => i18nFor(locale).t(`support:kind.${kind}`)
const channelWord = (channel: Channel, locale: Reader['locale']) =>
  i18nFor(locale).t(`support:channel.${channel}`)
