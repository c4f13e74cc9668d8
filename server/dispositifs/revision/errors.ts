import { DomainError } from '#server/kernel/errors.ts'

/** A ready template stays as it is until somebody says that it becomes the network's own. */
export const notCustomised = () => new DomainError('dispositifs.not_customised', 409)
/** The draft still has faults, which its page tells one by one. */
export const draftFaulty = () => new DomainError('dispositifs.draft_faulty', 422)
/** Reviews are given on the grid of the session: it no longer changes. */
export const gridInUse = () => new DomainError('dispositifs.grid_in_use', 409, { field: 'jury' })
