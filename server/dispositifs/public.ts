export { namesOfDispositifs, namesOfDossiers, namesOfSessions } from './dossier/names-of.server.ts'
export { mayReadDossier } from './editor/may-read-dossier.server.ts'
export { listsDispositifs } from './listing/networks-listing.server.ts'
export { dispositifs } from './permissions.ts'
