export { namesOfOrganisations } from './organisation/names-of-organisations.server.ts'
export { crm } from './permissions.ts'
