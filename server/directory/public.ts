export type { Publishable } from './organisation/listing.ts'
export { removeListing } from './organisation/remove-listing.server.ts'
export { searchTerms, tsqueryText } from './organisation/search-terms.ts'
export { writeListing } from './organisation/write-listing.server.ts'
