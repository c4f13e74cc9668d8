import { DomainError } from '#server/kernel/errors.ts'

/** An organisation or a project that is not of this network, or no longer there. */
export const notOfNetwork = (field: 'organisations' | 'projectId') =>
  new DomainError('support.not_of_network', 422, { field })
/** A heading of the support of authorities, for an organisation that is none. */
export const ofAuthorities = () => new DomainError('support.of_authorities', 422, { field: 'kind' })
/** Somebody else saved the act since the form was opened. */
export const actChangedMeanwhile = (version: number) =>
  new DomainError('support.changed_meanwhile', 409, { version })
