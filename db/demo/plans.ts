import { DEPARTMENTS } from '#packages/referentials/departments.ts'
import type { Network } from '#tenants/schema.ts'
import { LARGEST_SERIES } from './identifiers.ts'
import { knownInConference } from './known-in-conference.ts'
import { KNOWN_IN_SO_COOPERATION } from './known-in-so-cooperation.ts'
import { MEMBERS_OF_2025, seriesOf, sizeOf } from './network-sizes.ts'
import type { Known, Plan } from './organisation.ts'
import { sharedIn } from './several-networks.ts'

export type Scale = {
  /** How many networks; all the active ones when absent. */
  networks?: number
  /** Organisations of each; the sizes of the demonstration when absent. */
  organisations?: number
  /** One network larger than the others. */
  big?: { slug: string; organisations: number }
}

const ALWAYS = ['so-cooperation', 'cirrma']
const LARGE = 500
const REPORTED = 'so-cooperation'

/** What each network gets. `all` is every network of tenants/, in the order of slugs. */
export function plansOf(all: Network[], scale: Scale, today: string): Plan[] {
  return chosenNetworks(all, scale).map((network) => {
    const asked = scale.big?.slug === network.slug ? scale.big.organisations : scale.organisations
    if (asked !== undefined && !(asked >= 1 && asked <= LARGEST_SERIES)) {
      throw new Error(`${network.slug}: between 1 and ${LARGEST_SERIES} organisations, not ${asked}`)
    }
    const plan = standardPlan(network, all, today)
    return asked === undefined ? plan : scaledPlan(plan, asked)
  })
}

function chosenNetworks(all: Network[], { networks, big }: Scale): Network[] {
  const active = all.filter(({ status }) => status === 'active')
  if (networks !== undefined && networks > all.length) {
    throw new Error(`${networks} networks asked, tenants/ describes ${all.length}: create the others first`)
  }
  if (big && !all.some(({ slug }) => slug === big.slug)) throw new Error(`no network is called ${big.slug}`)
  if (networks === undefined) return all.filter((one) => one.status === 'active' || one.slug === big?.slug)
  const first = [...all.filter(({ slug }) => ALWAYS.includes(slug)), ...active, ...all]
  const slugs = new Set([...new Set(first.map(({ slug }) => slug))].slice(0, networks))
  if (big) slugs.add(big.slug)
  return all.filter(({ slug }) => slugs.has(slug))
}

function standardPlan(network: Network, all: Network[], today: string): Plan {
  const { slug } = network
  const size = sizeOf(slug)
  const reported = slug === REPORTED
  return {
    slug,
    series: seriesOf(
      slug,
      all.map((one) => one.slug),
    ),
    departments: network.departments.length ? network.departments : DEPARTMENTS.map(({ code }) => code),
    ...size,
    members: reported ? MEMBERS_OF_2025 : size.members,
    publishedLate: reported ? 4 : 0,
    publishedProjects: reported ? 90 : Math.round(size.actors * 0.12),
    known: knownIn(network, all, today),
    today,
  }
}

function knownIn(network: Network, all: Network[], today: string): Known[] {
  if (network.kind === 'conference') return knownInConference(all, today)
  // A national organisation is known where there are many: not in the smallest networks.
  const regional = all.filter(({ slug, kind }) => kind === 'regional' && sizeOf(slug).organisations > LARGE)
  const shared = sharedIn(
    network.slug,
    regional.map(({ slug }) => slug),
  )
  return network.slug === REPORTED ? [...KNOWN_IN_SO_COOPERATION, ...shared] : shared
}

/** For load measures: every organisation is listed, other counts follow. */
function scaledPlan(plan: Plan, organisations: number): Plan {
  const actors = Math.round(organisations * 0.6)
  const share = { listed: organisations, actors, members: Math.round(organisations * 0.08) }
  return { ...plan, organisations, ...share, publishedLate: 0, publishedProjects: Math.round(actors * 0.2) }
}
