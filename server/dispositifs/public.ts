export { namesOfDispositifs, namesOfDossiers, namesOfSessions } from './dossier/names-of.server.ts'
export { dispositifs } from './permissions.ts'
