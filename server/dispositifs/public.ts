export { listsDispositifs } from './listing/networks-listing.server.ts'
