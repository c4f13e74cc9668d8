import { recordPage } from '#app/crm/record/record-page.server.ts'
import { paletteFor } from '#app/desk/palette.server.ts'
import { findLikely } from '#server/crm/organisation/find-likely.server.ts'
import { organisationSearch } from '#server/crm/organisation/find-organisations.schema.ts'
import { findOrganisations } from '#server/crm/organisation/find-organisations.server.ts'
import { suggestOrganisations } from '#server/crm/organisation/organisations-meant.server.ts'
import { personSearch } from '#server/crm/person/find-people.schema.ts'
import { findPeople } from '#server/crm/person/find-people.server.ts'
import { findPoints } from '#server/directory/point/find-points.server.ts'
import { pointsSchema } from '#server/directory/point/points.schema.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { projectFilters } from '#server/projects/listing/filters.schema.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { projectSearch } from '#server/projects/project/find-projects.schema.ts'
import { findProjects } from '#server/projects/project/find-projects.server.ts'

const TODAY = '2026-11-20'
const VIEWS = {
  'of France': { bbox: '-5.2,41.3,9.7,51.2', z: 5 },
  'of a town': { bbox: '7.6,48.5,7.9,48.65', z: 11 },
}

/** A record of the network measured, and somebody met there. */
export type Known = {
  id: string
  name: string
  acronym: string
  siren: string
  email: string
  person: string
}
export type PrivateScenario = { name: string; act: (ctx: StaffContext) => Promise<unknown> }

/** Every way people look for a record: each must answer at once, whatever the words hold. */
const WORDS = (known: Known) => ({
  'a name': known.name,
  'an acronym': known.acronym,
  'a number': known.siren,
  'an address': known.email,
  'somebody there': known.person,
  'a common person': 'marie dupont',
  'a first name': 'marie',
  'a town': 'strasbourg',
  'two words': 'puits kara',
  'a word of half the records': 'association',
  'the beginning of that word': 'asso',
  'a word many hold': 'solidarite',
  'three letters': 'ami',
  'a slip': 'strasbuorg',
  'a slip beside a common word': 'association strasbuorg',
  'nothing found': 'zzyzx qwfp',
})

/** What a network's own staff ask all day, at the size of the largest. */
export function privateScenarios(known: Known): PrivateScenario[] {
  const words = Object.entries(WORDS(known))
  const list =
    (search: Record<string, unknown>) =>
    (ctx: StaffContext): Promise<unknown> =>
      findOrganisations(ctx, organisationSearch.parse(search))
  return [
    ...words.map(([what, q]) => ({ name: `list, ${what}`, act: list({ q }) })),
    ...words.map(([what, q]) => ({
      name: `suggestions, ${what}`,
      act: (ctx: StaffContext) => suggestOrganisations(ctx, q),
    })),
    ...words.map(([what, q]) => ({
      name: `palette, ${what}`,
      act: (ctx: StaffContext) => paletteFor(ctx, q),
    })),
    ...words.map(([what, q]) => ({
      name: `people, ${what}`,
      act: (ctx: StaffContext) => findPeople(ctx, personSearch.parse({ q })),
    })),
    ...['Association solidarité Strasbourg', 'Comité de jumelage Colmar Kara', known.name].map((name) => ({
      name: `likely matches, ${name.length} letters`,
      act: (ctx: StaffContext) =>
        findLikely(ctx, { name, acronym: null, insee: null, postalCode: null, siren: null, rna: null }),
    })),
    { name: 'record', act: (ctx) => recordPage(ctx, known.id, new URLSearchParams()) },
    { name: 'list, all', act: list({}) },
    { name: 'list, page 100', act: list({ page: 100 }) },
    { name: 'list, last saved', act: list({ sort: 'updated', down: true }) },
    { name: 'list, of a kind and a country', act: list({ kind: ['association'], country: ['SN'] }) },
    {
      name: 'list, common word and filters',
      act: list({ q: 'association', country: ['SN'], sector: ['water'] }),
    },
    { name: 'list, to check', act: list({ check: true }) },
    { name: 'people, all', act: (ctx) => findPeople(ctx, personSearch.parse({})) },
    { name: 'projects, all', act: (ctx) => findProjects(ctx, projectSearch.parse({})) },
    // What the public asks of the same network, kept in memory once asked: the first time is the buffers' to tell.
    ...Object.entries({ all: {}, 'a word': { q: 'eau' } }).map(([what, asked]) => ({
      name: `panorama, ${what}`,
      act: ({ network }: StaffContext) =>
        findProjectListings({ networkId: network.id, today: TODAY }, projectFilters.parse(asked)),
    })),
    ...Object.entries(VIEWS).map(([what, view]) => ({
      name: `map ${what}`,
      act: ({ network }: StaffContext) =>
        findPoints({ networkId: network.id, today: TODAY }, pointsSchema.parse(view)),
    })),
    { name: 'projects, a word', act: (ctx) => findProjects(ctx, projectSearch.parse({ q: 'eau' })) },
  ]
}
