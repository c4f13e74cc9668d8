import { filtersSchema, readQuery } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { getListing } from '#server/directory/organisation/get-listing.server.ts'

export type Scenario = {
  name: string
  path: string
  act: (networkId: number | null) => Promise<unknown>
  network: 'small' | 'big' | 'all'
}

const TODAY = '2026-11-20'
const find = (query: string) => (networkId: number | null) =>
  findListings({ networkId, today: TODAY }, filtersSchema.parse(readQuery(new URLSearchParams(query))))

export const FACETED = 'q=eau&kind=association&sector=water&country=SN'
const COMMON = 'q=association&kind=association'

/** The public's hot addresses, at three sizes. `slug` is an organisation of the network asked. */
export function scenarios(small: string, big: string, slugs: { small: string; big: string }): Scenario[] {
  const one = (slug: string) => (networkId: number | null) =>
    getListing({ networkId: networkId!, today: TODAY }, slug)
  return [
    { name: 'list-5000', path: `/${small}/organisations`, act: find(''), network: 'small' },
    { name: 'search-5000', path: `/${small}/organisations?${FACETED}`, act: find(FACETED), network: 'small' },
    {
      name: 'organisation',
      path: `/${small}/organisations/${slugs.small}`,
      act: one(slugs.small),
      network: 'small',
    },
    { name: 'list-70000', path: `/${big}/organisations`, act: find(''), network: 'big' },
    { name: 'search-70000', path: `/${big}/organisations?${FACETED}`, act: find(FACETED), network: 'big' },
    { name: 'common-70000', path: `/${big}/organisations?${COMMON}`, act: find(COMMON), network: 'big' },
    { name: 'list-national', path: '/organisations', act: find(''), network: 'all' },
    { name: 'search-national', path: `/organisations?${FACETED}`, act: find(FACETED), network: 'all' },
  ]
}
