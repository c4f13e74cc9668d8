import { days, moments } from '#packages/referentials/dates.ts'
import { timeLeft, wallClock } from '#server/dispositifs/session/time-left.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

const PARIS = 'Europe/Paris'

/** An instant as a call tells it: on its own clock, then on those of Paris and of the network where they differ. */
export function instantTold(iso: string, timeZone: string, networkZone: string, locale: Locale) {
  const { t } = i18nFor(locale)
  const at = new Date(iso)
  const shown = wallClock(at, timeZone)
  const others = [...new Set([PARIS, networkZone])].filter((zone) => wallClock(at, zone) !== shown)
  const told = (zone: string) =>
    t('dispositifs:public.at.told', { at: written(at, zone, locale), zone: zoneWords(zone, locale) })
  const text = others.length
    ? t('dispositifs:public.at.also', {
        at: written(at, timeZone, locale),
        zone: zoneWords(timeZone, locale),
        other: others.map(told).join(', '),
      })
    : told(timeZone)
  /** For the browser, which alone knows what its own clock shows. */
  return { iso, text, walls: [timeZone, ...others].map((zone) => wallClock(at, zone)) }
}

export type InstantTold = ReturnType<typeof instantTold>

/** Midnight is told with the day that ends: « le 16 à 0 h » would have people come a day late. */
function written(at: Date, timeZone: string, locale: Locale): string {
  if (!wallClock(at, timeZone).endsWith('00:00')) return moments(locale, timeZone, 'long').format(at)
  const day = days(locale, timeZone, 'long').format(new Date(at.getTime() - 1))
  return i18nFor(locale).t('dispositifs:public.at.midnight', { day })
}

function zoneWords(timeZone: string, locale: Locale): string {
  const { t, exists } = i18nFor(locale)
  const place = timeZone.split('/').at(-1)!
  if (exists(`dispositifs:public.zone.${place}`)) return t(`dispositifs:public.zone.${place}`)
  return t('dispositifs:public.zone.other', { place: place.replaceAll('_', ' ') })
}

/** « Il reste 25 jours » before a call closes, « Dans 3 jours » before it opens. */
export function timeLeftWords(what: 'left' | 'until', now: Date, iso: string, zone: string, locale: Locale) {
  const { t } = i18nFor(locale)
  const left = timeLeft(now, new Date(iso), zone)
  if (!left) return ''
  if (left.unit === 'days' && left.count === 1)
    return what === 'left' ? t('dispositifs:public.left.tomorrow') : t('dispositifs:public.until.tomorrow')
  return what === 'left'
    ? t(`dispositifs:public.left.${left.unit}`, { count: left.count })
    : t(`dispositifs:public.until.${left.unit}`, { count: left.count })
}
