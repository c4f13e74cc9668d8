import type { SectorKey } from '#packages/referentials/sectors.ts'
import { slugify } from '#packages/referentials/text.ts'
import { at } from './french.ts'
import type { DemoOrganisation, Plan } from './organisation.ts'
import { contentOf, GUARDED, type ProjectContent } from './project-content.ts'
import { dayFrom } from './publication-days.ts'
import { type Random, randomFrom } from './random.ts'
import { rowIds } from './row-id.ts'
import { PARTNER_COUNTRIES } from './words/partner-countries.ts'
import { PLACE_POINTS } from './words/place-points.ts'
import { SECTOR_THEMES } from './words/sector-themes.ts'

export type DemoProject = ProjectContent & {
  id: string
  slug: string | null
  title: string
  countries: string[]
  place: string | null
  lat: number | null
  lon: number | null
  countryOnly: boolean
  sectors: SectorKey[]
  sdgs: number[]
  status: string
  startedOn: string
  endedOn: string | null
  publishedAt: string | null
  /** The lead first. */
  holders: DemoOrganisation[]
  partnersHere: DemoOrganisation[]
}

const byCode = new Map(PARTNER_COUNTRIES.map((country) => [country.code, country]))
const FIRST_START = Date.UTC(2014, 0, 1)
const PUBLICATIONS = Date.UTC(2019, 0, 7)
/** The last actors may be unlisted: all that is to be published is by then. */
const SHARE = 0.85

/** Gives projects to actors, one at least each; others stay without. Remembers where it is between batches. */
export function projectsOf(plan: Plan) {
  const random = randomFrom(`${plan.slug}/projects`)
  const ids = rowIds(`${plan.slug}/project`)
  const slugs = new Map<string, number>()
  let index = 0
  let published = 0
  let former: DemoOrganisation | undefined
  let beside: DemoOrganisation | undefined
  return (organisation: DemoOrganisation): DemoProject[] => {
    const neighbour = beside
    beside = organisation
    if (!organisation.actor) return []
    const projects = Array.from({ length: random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]) }, () => {
      const project = draw(organisation, ids(index), plan.today, random)
      // Spread over the actors, so that the count is exact; only who is listed is named in public.
      const due = Math.ceil((plan.publishedProjects * (index + 1)) / (plan.actors * SHARE))
      if (organisation.publishedAt && published < Math.min(due, plan.publishedProjects)) {
        project.publishedAt = publication(random)
        project.slug = addressOf(project.title, slugs)
        published++
      }
      if (former && former !== organisation && random.chance(0.12)) project.holders.push(former)
      if (neighbour && !project.holders.includes(neighbour) && random.chance(0.15))
        project.partnersHere.push(neighbour)
      index++
      return project
    })
    former = organisation
    return projects
  }
}

const publication = (random: Random) => `${dayFrom(PUBLICATIONS, random.between(0, 2540))}T09:00:00Z`

function addressOf(title: string, slugs: Map<string, number>) {
  const wish = slugify(title, 70)
  const number = (slugs.get(wish) ?? 0) + 1
  slugs.set(wish, number)
  return number === 1 ? wish : `${wish}-${number}`
}

/** Partnerships that public documents name (PACTE, second phase). */
const KNOWN: Record<string, { title: string; country: string; place: string; sectors: SectorKey[] }> = {
  'Bordeaux Métropole': {
    title: 'PACTE : Bordeaux Métropole–Douala',
    country: 'CM',
    place: 'Douala',
    sectors: ['environment', 'governance'],
  },
}

function draw(organisation: DemoOrganisation, id: string, today: string, random: Random): DemoProject {
  const known = KNOWN[organisation.name]
  const country =
    known?.country ?? (organisation.countries.length ? random.pick(organisation.countries) : null)
  const sectors = known?.sectors ?? random.some(organisation.sectors, random.pick([1, 1, 2]))
  const partner = byCode.get(country ?? '')
  const place = known?.place ?? (partner ? random.pick(partner.places) : null)
  const what = random.pick(SECTOR_THEMES[sectors[0]!].projects)
  const countryOnly = partner !== undefined && GUARDED.has(partner.code) && random.chance(0.35)
  const start = random.between(0, 4300)
  const ended = random.chance(0.7) ? dayFrom(FIRST_START, start + random.between(120, 1500)) : null
  const startedOn = dayFrom(FIRST_START, start)
  const told = contentOf(what, partner, countryOnly ? null : place, random)
  const status = statusOf(startedOn, ended, today, random)
  const other = organisation.countries.filter((code) => code !== country)
  return {
    ...told,
    // Only what is over has results.
    results: status === 'done' ? told.results : '',
    id,
    slug: null,
    title: known?.title ?? titleOf(what, partner?.within, countryOnly ? null : place),
    // Here: what is done for global citizenship, at home.
    countries: [country ?? 'FR', ...(other.length && random.chance(0.12) ? [random.pick(other)] : [])],
    place,
    ...pointOf(place),
    countryOnly,
    sectors,
    sdgs: [...new Set(sectors.flatMap((sector) => SECTOR_THEMES[sector].sdgs))].sort((a, b) => a - b),
    status,
    startedOn,
    endedOn: ended,
    publishedAt: null,
    holders: [organisation],
    partnersHere: [],
  }
}

function titleOf(what: string, within: string | undefined, place: string | null) {
  return place ? `${what} ${at(place)}` : within ? `${what} ${within}` : what
}

const pointOf = (place: string | null) => PLACE_POINTS.get(place ?? '') ?? { lat: null, lon: null }

function statusOf(startedOn: string, endedOn: string | null, today: string, random: Random) {
  if (startedOn > today) return 'planned'
  if (random.chance(0.03)) return 'abandoned'
  return endedOn && endedOn < today ? 'done' : 'running'
}
