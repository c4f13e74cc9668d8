import { FRANCE, frameOf, OVERSEAS } from '#packages/map/bounds.server.ts'
import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { MAP_WORDS, type PointMapView, type PointMapWords } from '../ui/point-map-view.ts'
import { mapGround } from './outlines.server.ts'

/**
 * What a page gives `PointMap`: its words travel with the page's data, so that pages without a map
 * carry none. `address` answers frames; `network` is the territory shown first.
 */
export function pointMapView(
  address: string,
  network: KnownNetwork | null,
  locale: Locale,
  more: Partial<Pick<PointMapView, 'listOpen' | 'target'>> = {},
): PointMapView {
  const { t } = i18nFor(locale)
  const home = network && network.departments.length > 0 ? frameOf(network.departments) : FRANCE
  const overseas = DEPARTMENTS.filter(({ code }) => OVERSEAS.includes(code)).map(({ code, name }) => ({
    label: name,
    bounds: frameOf([code]),
  }))
  return {
    address,
    ground: mapGround(),
    locale,
    start: home,
    jumps: [{ label: t('map:mainland'), bounds: FRANCE }, ...overseas],
    listOpen: false,
    ...more,
    words: mapWords(locale),
  }
}

/** A map's words, in the reader's language. */
export function mapWords(locale: Locale): PointMapWords {
  const { t } = i18nFor(locale)
  return Object.fromEntries(MAP_WORDS.map((word) => [word, t(`map:${word}`)])) as PointMapWords
}
