import { at } from './french.ts'
import type { DemoOrganisation, Plan } from './organisation.ts'
import { dayFrom } from './publication-days.ts'
import { type Random, randomFrom } from './random.ts'
import { rowIds } from './row-id.ts'
import { PARTNER_COUNTRIES } from './words/partner-countries.ts'
import { SECTOR_THEMES } from './words/sector-themes.ts'

export type DemoProject = {
  id: string
  title: string
  country: string | null
  sector: string
  startedOn: string
  endedOn: string | null
  publishedAt: string | null
  holders: string[]
}

const byCode = new Map(PARTNER_COUNTRIES.map((country) => [country.code, country]))
const FIRST_START = Date.UTC(2014, 0, 1)
const PUBLICATIONS = Date.UTC(2019, 0, 7)

/** Gives projects to actors, one at least each; others stay without. Remembers where it is between batches. */
export function projectsOf(plan: Plan) {
  const random = randomFrom(`${plan.slug}/projects`)
  const ids = rowIds(`${plan.slug}/project`)
  let index = 0
  let published = 0
  let former: string | undefined
  return (organisation: DemoOrganisation): DemoProject[] => {
    if (!organisation.actor) return []
    const projects = Array.from({ length: random.pick([1, 1, 1, 1, 1, 1, 2, 2, 3]) }, () => {
      const project = draw(organisation, ids(index), random)
      // Spread over the first `actors` projects (each actor has one at least), so the count is exact.
      const due = Math.floor((plan.publishedProjects * (index + 1)) / plan.actors)
      if (published < Math.min(due, plan.publishedProjects)) {
        project.publishedAt = publication(random)
        published++
      }
      if (former && random.chance(0.12)) project.holders.push(former)
      index++
      return project
    })
    former = organisation.id
    return projects
  }
}

const publication = (random: Random) => `${dayFrom(PUBLICATIONS, random.between(0, 2540))}T09:00:00Z`

function draw({ id, countries, sectors }: DemoOrganisation, projectId: string, random: Random): DemoProject {
  const country = countries.length ? random.pick(countries) : null
  const sector = random.pick(sectors)
  const start = random.between(0, 4300)
  const partner = byCode.get(country ?? '')
  const what = random.pick(SECTOR_THEMES[sector].projects)
  return {
    id: projectId,
    title: partner ? `${what} ${at(random.pick(partner.places))}` : what,
    country,
    sector,
    startedOn: dayFrom(FIRST_START, start),
    endedOn: random.chance(0.7) ? dayFrom(FIRST_START, start + random.between(120, 1500)) : null,
    publishedAt: null,
    holders: [id],
  }
}
