import { z } from 'zod'
import { PROJECT_FACETS } from '#server/projects/listing/filters.schema.ts'
import type { ListedAround, ProjectItem } from '#server/projects/listing/project-item.server.ts'
import { BANDS, STATUSES } from '#server/projects/project/project.ts'

const around = z
  .object({
    name: z.string(),
    acronym: z.string().nullable(),
    kind: z.string(),
    network: z.string(),
    url: z.url(),
  })
  .meta({ id: 'OrganisationOfProject', description: 'Published itself; others are not named' })

const item = z
  .object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    countries: z
      .array(z.string())
      .meta({ description: 'ISO 3166-1 alpha-2, the first is the main one', example: ['TG'] }),
    country_only: z
      .boolean()
      .meta({ description: 'For the safety of partners: no place, no point, no partner’s name' }),
    place: z.string().nullable(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    sectors: z.array(z.string()),
    sdgs: z.array(z.number().int().min(1).max(17)),
    status: z.enum(STATUSES),
    started_on: z.iso.date().nullable(),
    ended_on: z.iso.date().nullable(),
    budget_band: z.enum(BANDS).nullable(),
    holders: z.array(around).meta({ description: 'The lead first' }),
    published_at: z.iso.datetime(),
    url: z.url(),
    networks: z
      .array(z.string())
      .meta({ description: 'The network whose project it is, then those that show it too' }),
  })
  .meta({ id: 'Project' })

const counted = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }))

export const projectList = z
  .object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    per_page: z.number().int(),
    facets: z.object(Object.fromEntries(PROJECT_FACETS.map((facet) => [facet, counted]))),
  })
  .meta({ id: 'ProjectList', description: 'Each facet is counted under every filter but its own' })

export const projectDetails = item
  .extend({
    text: z.string(),
    results: z.string(),
    zones: z.array(z.string()),
    partners_here: z.array(around),
    partners_there: z.array(
      z.object({
        name: z.string().nullable(),
        kind: z.string().nullable(),
        place: z.string().nullable(),
        country: z.string().nullable(),
      }),
    ),
    funders: z.array(z.string()),
    pictures: z.array(z.object({ url: z.url(), alt: z.string(), credit: z.string() })),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'ProjectDetails' })

/** The shape promised to the outside: its names do not follow ours. */
export function publicProject(project: ProjectItem, origin: string): z.output<typeof item> {
  return {
    slug: project.slug,
    title: project.title,
    summary: project.summary,
    countries: project.countries,
    country_only: project.countryOnly,
    place: project.place,
    lat: project.lat,
    lon: project.lon,
    sectors: project.sectors,
    sdgs: project.sdgs,
    status: project.status as z.output<typeof item>['status'],
    started_on: project.startedOn,
    ended_on: project.endedOn,
    budget_band: project.budgetBand as z.output<typeof item>['budget_band'],
    holders: project.holders.map((one) => publicAround(one, origin)),
    published_at: project.publishedAt,
    url: `${origin}/${project.network}/projets/${project.slug}`,
    networks: project.networks,
  }
}

export function publicAround({ name, acronym, slug, kind, network }: ListedAround, origin: string) {
  return { name, acronym, kind, network, url: `${origin}/${network}/annuaire/${slug}` }
}
