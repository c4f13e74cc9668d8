import type { MapGround } from '#packages/map/moving-map.ts'
import type { Bounds, PointsAnswer } from '#packages/map/points.ts'

/** What a page's loader gives a map of points: addresses, frames and every word, in the reader's language. */
export type PointMapView = {
  /** Answers a frame (`bbox`), how near (`z`) and the page's own filters with `PointMapAnswer`. */
  address: string
  ground: MapGround
  locale: string
  start: Bounds
  jumps: { label: string; bounds: Bounds }[]
  /** The list stands open where nothing else on the page lists the same. */
  listOpen: boolean
  /** Within a frame of another site, links leave the frame. */
  target?: '_blank' | '_parent'
  words: PointMapWords
  /** Where the page has no script of its own: the page that has this map. */
  frame?: { src: string; title: string }
}

export type PointMapAnswer = PointsAnswer & { told: { here: string; unplaced: string | null } }

export const MAP_WORDS = [
  'title',
  'opening',
  'impossible',
  'nearer',
  'plus',
  'farther',
  'minus',
  'goTo',
  'everywhere',
  'failed',
  'retry',
  'close',
  'nothingHere',
  'comeNearer',
  'credit',
  'twoFingers',
  'holdKey',
] as const
export type PointMapWords = Record<(typeof MAP_WORDS)[number], string>
