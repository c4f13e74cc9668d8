import { DomainError } from '#server/kernel/errors.ts'

/** Somebody else saved the record since the form was opened. */
export const changedMeanwhile = (by: string | null, version: number) =>
  new DomainError('crm.changed_meanwhile', 409, { by, version })

/** A file that cannot be read as a table, and where. */
export const fileUnreadable = (why: string, line: number | null) =>
  new DomainError('crm.file_unreadable', 422, { why, line })

/** An import is not where the page believed: it was confirmed, checked again or undone meanwhile. */
export const importMoved = (state: string) => new DomainError('crm.import_moved', 409, { state })

/** Without a name there is no organisation. */
export const nameUnmatched = () => new DomainError('crm.import_without_name', 422)

/** It would be among the organisations above it. */
export const branchOfItself = () => new DomainError('crm.branch_of_itself', 422)
export const noSuchParent = () => new DomainError('crm.no_such_parent', 422)

/** Every line of an import is as the network has it, refused, or left aside. */
export const nothingToWrite = () => new DomainError('crm.import_writes_nothing', 422)
