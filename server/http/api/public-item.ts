import type { ListingItem } from '#server/directory/organisation/listing-item.server.ts'

/** The shape promised to the outside: its names do not follow ours. */
export function publicItem(item: ListingItem, origin: string) {
  const { slug, name, acronym, kind, subkind, city, department, countries, sectors, sdgs, member, lat, lon } =
    item
  const url = `${origin}/${item.network}/annuaire/${slug}`
  return {
    slug,
    name,
    acronym,
    kind,
    subkind,
    city,
    department,
    countries,
    sectors,
    sdgs,
    member,
    lat,
    lon,
    url,
    networks: item.networks,
  }
}
