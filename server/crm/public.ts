export { findRepresented } from './organisation/find-represented.server.ts'
export { organisationsToCheck } from './organisation/find-to-check.server.ts'
export { namesOfOrganisations } from './organisation/names-of-organisations.server.ts'
export { crm } from './permissions.ts'
