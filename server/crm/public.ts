export { fileStory, filesOfRecord } from './attachment/files-of-record.server.ts'
export { namesOfBatches } from './batch/names-of-batches.server.ts'
export { changesBetween } from './organisation/changes.ts'
export { organisationsLikely } from './organisation/find-likely.server.ts'
export { findRepresented } from './organisation/find-represented.server.ts'
export { organisationsToCheck } from './organisation/find-to-check.server.ts'
export { historyOfRecord, recordStory } from './organisation/history-of-record.server.ts'
export { membershipStory, membershipsOfRecord } from './organisation/memberships-of-record.server.ts'
export { namesOfOrganisations } from './organisation/names-of-organisations.server.ts'
export { projectsOfRecord } from './organisation/projects-of-record.server.ts'
export type { RecordPart, TimelineSource } from './organisation/record-part.ts'
export {
  organisationLabel,
  organisationsMeant,
  suggestOrganisations,
} from './organisation/suggest-organisations.server.ts'
export { crm } from './permissions.ts'
export { peopleOfRecord } from './person/people-of-record.server.ts'
export { proposalsToDecide } from './proposal/find-proposals.server.ts'
export { renewSectors } from './thesaurus/renew-sectors.server.ts'
