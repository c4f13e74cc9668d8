import { z } from 'zod'
import { createDocument } from 'zod-openapi'
import { KINDS } from '#packages/referentials/kinds.ts'
import {
  FACETS,
  filtersSchema,
  NATIONAL_FACETS,
  nationalFiltersSchema,
} from '#server/directory/organisation/filters.schema.ts'
import { projectFilters } from '#server/projects/listing/filters.schema.ts'
import { projectDetails, projectList } from './project-shapes.ts'
import { SHEET_TYPES } from './sheets.ts'

const item = z
  .object({
    slug: z.string(),
    name: z.string(),
    acronym: z.string().nullable(),
    kind: z.string().meta({ description: KINDS.map(({ key }) => key).join(', ') }),
    subkind: z.string().nullable(),
    city: z.string().nullable(),
    department: z.string().nullable().meta({ description: 'INSEE code of the département', example: '79' }),
    countries: z.array(z.string()).meta({ description: 'ISO 3166-1 alpha-2', example: ['TG'] }),
    sectors: z.array(z.string()),
    sdgs: z.array(z.number().int().min(1).max(17)),
    member: z.boolean(),
    lat: z.number().nullable(),
    lon: z.number().nullable(),
    url: z.url(),
    networks: z
      .array(z.string())
      .meta({ description: 'Every network that lists this organisation, this one first' }),
  })
  .meta({ id: 'Organisation' })

const details = item
  .extend({
    aliases: z.array(z.string()),
    address: z.string().nullable(),
    postal_code: z.string().nullable(),
    seat_country: z.string().meta({ description: 'Two letters; FR with its overseas' }),
    website: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    description: z.string(),
    zones: z.array(z.string()),
    updated_at: z.iso.datetime(),
  })
  .meta({ id: 'OrganisationDetails' })

const counted = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }))
const facetsOf = (keys: readonly string[]) =>
  z.object(Object.fromEntries(keys.map((facet) => [facet, counted])))
const list = z
  .object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    per_page: z.number().int(),
    facets: facetsOf(FACETS),
  })
  .meta({ id: 'OrganisationList', description: 'Each facet is counted under every filter but its own' })

const nationalList = list
  .extend({
    without_identifier: z.number().int().meta({
      description:
        'Of the total, those without SIREN or RNA: nothing tells whether two networks list the same one, so that some may count twice',
    }),
    facets: facetsOf(NATIONAL_FACETS),
  })
  .meta({
    id: 'NationalOrganisationList',
    description: 'An organisation that several networks list counts once',
  })

const error = z
  .object({ error: z.object({ code: z.string(), parameter: z.string().optional(), message: z.string() }) })
  .meta({ id: 'Error' })

const network = z
  .object({
    slug: z.string(),
    name: z.string(),
    acronym: z.string().nullable(),
    kind: z.enum(['regional', 'conference']),
    region: z.string().nullable(),
    departments: z.array(z.string()),
    website: z.string().nullable(),
    url: z.url(),
  })
  .meta({ id: 'Network' })

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const failures = {
  '400': { description: 'A parameter is unknown or faulty; it is named', ...json(error) },
  '404': { description: 'No such network, or nothing published there', ...json(error) },
  '429': { description: 'Too many requests from this address', ...json(error) },
}
const ok = (description: string, schema: z.ZodType) => ({
  '200': { description, ...json(schema) },
  ...failures,
})
const file = (type: string) => ({
  '200': {
    description: 'Every listing of the search, not one page of it',
    content: { [type]: { schema: z.string() } },
  },
  ...failures,
})

const inNetwork = z.object({ network: z.string().meta({ example: 'so-cooperation' }) })

const PUBLISHED = {
  organisations: {
    ofOne: { query: filtersSchema, answer: list },
    ofAll: { query: nationalFiltersSchema, answer: nationalList },
  },
  projects: {
    ofOne: { query: projectFilters, answer: projectList },
    ofAll: { query: projectFilters, answer: projectList },
  },
}

/** The same operations for one network and for all of them. */
function searchPaths(what: keyof typeof PUBLISHED, prefix: string, path?: typeof inNetwork) {
  const { query, answer } = PUBLISHED[what][path ? 'ofOne' : 'ofAll']
  const requestParams = { query, ...(path ? { path } : {}) }
  return {
    [`${prefix}/${what}`]: {
      get: {
        summary: `Search published ${what}`,
        requestParams,
        responses: ok('One page and its facets', answer),
      },
    },
    [`${prefix}/${what}.csv`]: {
      get: { summary: 'The whole search as a spreadsheet', requestParams, responses: file('text/csv') },
    },
    [`${prefix}/${what}.xlsx`]: {
      get: { summary: 'The same as a workbook', requestParams, responses: file(SHEET_TYPES.xlsx) },
    },
    [`${prefix}/${what}.geojson`]: {
      get: { summary: 'The whole search as points', requestParams, responses: file('application/geo+json') },
    },
  }
}

let document: ReturnType<typeof createDocument> | undefined

export function openapiDocument(origin: string) {
  document ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Maillage',
      version: '1',
      description:
        'Published data of the regional networks. Read only, no key, any origin. A repeated parameter means or, different ones mean and.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    paths: {
      '/networks': {
        get: { summary: 'Active networks', responses: ok('Networks', z.object({ items: z.array(network) })) },
      },
      ...searchPaths('organisations', ''),
      ...searchPaths('organisations', '/{network}', inNetwork),
      ...searchPaths('projects', ''),
      ...searchPaths('projects', '/{network}', inNetwork),
      '/{network}/projects/{slug}': {
        get: {
          summary: 'One published project',
          requestParams: { path: inNetwork.extend({ slug: z.string() }) },
          responses: ok('The project', projectDetails),
        },
      },
      '/{network}/organisations/{slug}': {
        get: {
          summary: 'One published organisation',
          requestParams: { path: inNetwork.extend({ slug: z.string() }) },
          responses: ok('The organisation', details),
        },
      },
    },
  })
  return document
}
