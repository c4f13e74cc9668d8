import { DomainError } from '#server/kernel/errors.ts'

/** Two listings whose identifiers say that they are two organisations. */
export const identifiersDiffer = () => new DomainError('directory.identifiers_differ', 409)
