import { DomainError } from '#server/kernel/errors.ts'

/** Its own people hid the page: it is shown again when whoever asks says that it is with their consent. */
export const hiddenByKeeper = () =>
  new DomainError('crm.hidden_by_keeper', 409, {
    sentence:
      'The organisation hid its page itself. With its consent, ask again with "evenHidden": true to show it.',
  })
/** Somebody else saved the record since the form was opened. */
export const changedMeanwhile = (by: string | null, version: number) =>
  new DomainError('crm.changed_meanwhile', 409, { by, version })
/** The page became something else since the form was opened: these fields. */
export const pageChanged = (fields: string[]) => new DomainError('crm.page_changed', 409, { fields })
/** A proposal says what it changes. */
export const nothingProposed = () => new DomainError('crm.nothing_proposed', 422)
/** Whoever refuses says why. */
export const reasonMissing = () => new DomainError('crm.reason_missing', 422)
/** A field that two people changed: neither wins without a person's choice. */
export const conflictOpen = (fields: string[]) => new DomainError('crm.conflict_open', 422, { fields })

/** A position names an organisation of the same network. */
export const noSuchOrganisation = () => new DomainError('crm.no_such_organisation', 422)
/** It would end before it began. */
export const endsBeforeItBegins = () => new DomainError('crm.position_order', 422)

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

/** A link that has served, is too old, or was made for something else. */
export const pageLinkSpent = () => new DomainError('crm.link_spent', 410)

/** What two records say cannot be said by one; or the undoing comes too late. */
export const mergeRefused = (
  reason: 'siret_of_another' | 'too_old' | 'merged_since',
  details: Record<string, unknown> = {},
) => new DomainError(`crm.merge_${reason}`, 409, details)
/** What is given to somebody is given to a person of the team. */
export const notOfTheTeam = () => new DomainError('crm.not_of_the_team', 422)
export const tagTaken = () => new DomainError('crm.tag_taken', 409)
/** No page of this choice has an address that may be written to. */
export const nobodyToWriteTo = () => new DomainError('crm.nobody_to_write_to', 422)
/** One reminds once. */
export const remindedAlready = () => new DomainError('crm.reminded_already', 409)
/** Written to by nobody: it chose so, or its page is gone. */
export const notContactable = () => new DomainError('crm.not_contactable', 404)
/** It has no address any more: its sender is told that the team reads it, before it is sent. */
export const readByTeam = () => new DomainError('crm.read_by_team', 422)
/** What an import wrote is undone from the import: it knows what else it gave. */
export const undoneByItsImport = () => new DomainError('crm.undone_by_its_import', 409)
/** What was registered cannot be a record as it is written: these faults. */
export const registrationUnfit = (faults: string[]) =>
  new DomainError('crm.registration_unfit', 422, { faults })
