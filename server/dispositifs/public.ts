export { namesOfDispositifs, namesOfDossiers, namesOfSessions } from './dossier/names-of.server.ts'
export { listsDispositifs } from './listing/networks-listing.server.ts'
export { dispositifs } from './permissions.ts'
