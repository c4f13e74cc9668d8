import type { MemberQuotas } from './organisation.ts'

/** Actors (organisations with at least one project) of the ten networks of the national barometer. */
export const TEN_NETWORKS: Record<string, number> = {
  'bfc-international': 471,
  centraider: 607,
  gescod: 1523,
  'horizons-solidaires': 693,
  'lianes-cooperation': 1124,
  'occitanie-cooperation': 1306,
  'pays-de-la-loire-ci': 938,
  resacoop: 1787,
  'so-cooperation': 780,
  'territoires-solidaires': 862,
}

export const ACTORS_OF_TEN_NETWORKS = 10_091

export type Size = { organisations: number; actors: number; listed: number; members: number }

const size = (organisations: number, actors: number, listed: number, members: number): Size => ({
  organisations,
  actors,
  listed,
  members,
})

/** Invented but for SO Coopération; in the order of what the networks say of themselves. */
export const NETWORK_SIZES: Record<string, Size> = {
  'bfc-international': size(812, TEN_NETWORKS['bfc-international']!, 331, 64),
  'bretagne-solidaire': size(1240, 702, 517, 118),
  centraider: size(904, TEN_NETWORKS.centraider!, 402, 97),
  cirrma: size(24, 6, 24, 12),
  gescod: size(2610, TEN_NETWORKS.gescod!, 1130, 146),
  guyacoop: size(140, 71, 58, 22),
  'horizons-solidaires': size(1150, TEN_NETWORKS['horizons-solidaires']!, 486, 81),
  'karib-horizon': size(120, 54, 51, 14),
  'lianes-cooperation': size(1890, TEN_NETWORKS['lianes-cooperation']!, 794, 132),
  'occitanie-cooperation': size(2180, TEN_NETWORKS['occitanie-cooperation']!, 981, 154),
  'pays-de-la-loire-ci': size(1560, TEN_NETWORKS['pays-de-la-loire-ci']!, 640, 103),
  resacoop: size(2960, TEN_NETWORKS.resacoop!, 1302, 27),
  'so-cooperation': size(1325, TEN_NETWORKS['so-cooperation']!, 484, 93),
  'territoires-solidaires': size(1430, TEN_NETWORKS['territoires-solidaires']!, 572, 88),
}

/** Of a network created since then: a small one. */
const NEW_NETWORK = size(160, 78, 62, 21)

export const sizeOf = (slug: string): Size => NETWORK_SIZES[slug] ?? NEW_NETWORK

const FIRST_SERIES = 10
const described = Object.keys(NETWORK_SIZES)

/** A network's own figures in its numbers: those of the networks above do not move when one is created. */
export function seriesOf(slug: string, slugs: string[]): number {
  const created = slugs.filter((one) => !described.includes(one))
  return FIRST_SERIES + [...described, ...created].indexOf(slug)
}

/** SO Coopération's members of 2025 by type and by département, as the annual report gives them. */
export const MEMBERS_OF_2025: MemberQuotas = {
  byKind: {
    association: 68,
    local_authority: 13,
    education_research: 4,
    company: 5,

    other: 3,
  },
  byDepartment: {
    '33': 40,
    '79': 12,
    '86': 11,
    '64': 7,
    '16': 6,
    '17': 6,
    // Eleven members whose département the report does not give.
    '19': 2,
    '23': 1,
    '24': 2,
    '40': 2,
    '47': 2,
    '87': 2,
  },
}
