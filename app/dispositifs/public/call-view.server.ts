import { days } from '#packages/referentials/dates.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { callState, type ListedCall } from '#server/dispositifs/listing/listed-calls.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import type { Tone } from '../../ui/badge.tsx'
import { instantTold, timeLeftWords } from '../instants.server.ts'

export type Reader = { now: Date; timeZone: string; locale: Locale }

const TONES: Record<ReturnType<typeof callState>, Tone> = { open: 'ok', next: 'info', past: 'neutral' }

/** A call as the public reads it. */
export function callView(call: ListedCall, { now, timeZone, locale }: Reader) {
  const { t } = i18nFor(locale)
  const state = callState(call, now)
  const told = (iso: string) => instantTold(iso, call.timeZone, timeZone, locale)
  const [opens, closes] = [told(call.opensAt), told(call.closesAt)]
  return {
    id: call.id,
    name: call.name,
    state,
    tone: TONES[state],
    stateLabel: t(`dispositifs:public.state.${state}`),
    opens,
    closes,
    period: t('dispositifs:public.between', { from: opens.text, to: closes.text }),
    left:
      state === 'next'
        ? timeLeftWords('until', now, call.opensAt, call.timeZone, locale)
        : timeLeftWords('left', now, call.closesAt, call.timeZone, locale),
    actions: actionDays(call, locale),
    regions: (call.alsoRegions ?? []).map(regionName).join(', '),
  }
}

export type CallView = ReturnType<typeof callView>

function actionDays({ actionsFrom, actionsTo }: ListedCall, locale: Locale): string {
  const { t } = i18nFor(locale)
  const day = (date: string) => days(locale, 'UTC', 'long').format(new Date(date))
  if (actionsFrom && actionsTo)
    return t('dispositifs:public.between', { from: day(actionsFrom), to: day(actionsTo) })
  if (actionsFrom) return t('dispositifs:public.from', { from: day(actionsFrom) })
  return actionsTo ? t('dispositifs:public.to', { to: day(actionsTo) }) : ''
}
