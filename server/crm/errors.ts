import { DomainError } from '#server/kernel/errors.ts'

/** Somebody else saved the record since the form was opened. */
export const changedMeanwhile = (by: string | null, version: number) =>
  new DomainError('crm.changed_meanwhile', 409, { by, version })
