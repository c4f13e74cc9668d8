import { DomainError } from '#server/kernel/errors.ts'

/** Another dispositif of the network already has this code. */
export const codeTaken = () => new DomainError('dispositifs.code_taken', 422, { field: 'code' })
/** No opinion yet, or money has already followed the decision. */
export const notDecidable = (state: string) =>
  new DomainError('dispositifs.not_decidable', 409, { field: 'outcome', state })
/** A decision is dated of the day it was taken, or before. */
export const decidedLater = () => new DomainError('dispositifs.in_future', 422, { field: 'decidedOn' })
/** A file reached its platform on the day it did, or before. */
export const depositedLater = () => new DomainError('dispositifs.in_future', 422, { field: 'depositedOn' })
/** Who asked for money and is financed was granted an amount. */
export const amountMissing = () =>
  new DomainError('dispositifs.amount_missing', 422, { field: 'amountCents' })
/** A decision is recorded with its date and its amount, and not passed over. */
export const decisionNeeded = () => new DomainError('dispositifs.decision_needed', 422, { field: 'to' })
/** Gaps of a letter that no dossier fills, as they were written. */
export const unknownGap = (field: string, gaps: string[]) =>
  new DomainError('dispositifs.unknown_gap', 422, { field, gaps })
/** Nobody of the holder, nor of the sponsor where it concerns them, has an access yet. */
export const nobodyToWrite = () => new DomainError('dispositifs.nobody_to_write', 422)
/** A letter that says something else than where the dossier stands. */
export const letterNotFitting = () => new DomainError('dispositifs.letter_not_fitting', 422)
/** What an opinion is subject to is awaited after its sitting. */
export const conditionPast = () => new DomainError('dispositifs.condition_past', 422, { field: 'conditions' })
/** A sponsor validates before the call closes, by the clock of the server. */
export const tooLate = () => new DomainError('dispositifs.too_late', 422)
/** The sponsor has no accreditation in force. */
/** The same days for the same schemes: written down once is enough. */
export const accreditedAlready = () =>
  new DomainError('dispositifs.accredited_already', 422, { field: 'startsOn' })

export const notAccredited = () => new DomainError('dispositifs.not_accredited', 422)
/** This person acts for the sponsor already. */
export const alreadySponsors = () => new DomainError('dispositifs.already_sponsors', 422, { field: 'email' })
/** What a file of decisions would do is no longer what was told. */
export const importChanged = () => new DomainError('dispositifs.import_changed', 409)
/** This step of a payment is already recorded. */
export const stepRecorded = () => new DomainError('dispositifs.step_recorded', 409)
/** Money is received once paid, and passed on once received. */
export const stepBefore = (step: string) => new DomainError('dispositifs.step_before', 422, { step })
/** What follows a decision follows one in favour. */
export const notFinanced = () => new DomainError('dispositifs.not_financed', 409)
/** What a dossier lacks to be settled. */
export const notSettled = (lacks: string[]) => new DomainError('dispositifs.not_settled', 422, { lacks })
/** Already told to the public as a project. */
export const projectThere = () => new DomainError('dispositifs.project_there', 409)
/** Somebody else saved since the form was opened. */
export const changedMeanwhile = (version: number) =>
  new DomainError('dispositifs.changed_meanwhile', 409, { version })
/** An organisation or a person that is not of this network, or no longer there. */
export const notOfNetwork = (field: string) => new DomainError('dispositifs.not_of_network', 422, { field })
/** The dossier cannot go there from where it stands: somebody else moved it, or its session has no such step. */
export const noSuchMove = (from: string, to: string) =>
  new DomainError('dispositifs.no_such_move', 409, { from, to })
/** Moves that somebody will ask about are not made without words. */
export const reasonMissing = () => new DomainError('dispositifs.reason_missing', 422, { field: 'reason' })
/** Another dossier of the session already has this number of the funder's platform. */
export const numberTaken = () => new DomainError('dispositifs.number_taken', 422, { field: 'externalNumber' })
/** The steps of a session are those its dossiers already follow. */
export const stepsInUse = () => new DomainError('dispositifs.steps_in_use', 422, { field: 'steps' })
/** Kept long enough, it was emptied: nothing is written in it again. */
export const emptied = () => new DomainError('dispositifs.emptied', 409)
/** Merged, it is one with another: that one is written. */
export const mergedAway = () => new DomainError('dispositifs.merged_away', 409)
/** A call is published with rules, a form and a grid that are published themselves; these are not. */
export const stillDraft = (kinds: string[]) => new DomainError('dispositifs.still_draft', 422, { kinds })
/** Somebody of the pool has this address already. */
export const inPool = () => new DomainError('dispositifs.in_pool', 422, { field: 'email' })
/** What is asked of a review before it is handed in: keys of the grid, or fields. */
export const reviewUnfinished = (fields: string[]) =>
  new DomainError('dispositifs.review_unfinished', 422, { fields })
/** A review that was handed in is changed no more by its author. */
export const reviewHandedIn = () => new DomainError('dispositifs.review_handed_in', 409)
/** The jury's opinion on this file is signed: it was given on what was handed in before. */
export const opinionSigned = () => new DomainError('dispositifs.opinion_signed', 409)
/** More than the file asks for: said once, and kept if that is meant. */
export const aboveRequest = () => new DomainError('dispositifs.above_request', 422, { field: 'amount' })
/** A file is given to nobody whom a conflict keeps from it. */
export const inConflict = () => new DomainError('dispositifs.in_conflict', 422, { field: 'instructor' })
/** A member turns out to be tied to the file that is talked about: they leave the room first. */
export const tieFound = () => new DomainError('dispositifs.tie_found', 409)
/** Too few are in the room for an opinion. */
export const quorumMissing = (present: number, quorum: number) =>
  new DomainError('dispositifs.quorum_missing', 422, { present, quorum })
/** Signed minutes are not written again: an item is reopened. */
export const minutesSigned = () => new DomainError('dispositifs.minutes_signed', 409)
/** Minutes are signed once every item has its opinion. */
export const opinionsMissing = (count: number) =>
  new DomainError('dispositifs.opinions_missing', 422, { count })
/** Something that has to be said. */
export const fieldMissing = (field: string, code = 'missing') =>
  new DomainError(`dispositifs.${code}`, 422, { field })
/** Nothing can be deposited: before its opening, from its closing on, or too many are begun. */
export const callClosed = (why: 'closed' | 'too_many_drafts' = 'closed') =>
  new DomainError(`dispositifs.${why === 'closed' ? 'call_closed' : why}`, 409, { why })
/** A link that was used, that expired, or that was never given. */
export const holderLinkSpent = () => new DomainError('dispositifs.link_spent', 410)
/** What a dossier lacks to be deposited: fields, rules. */
export const notReady = (missing: number, faults: number, rules: string[]) =>
  new DomainError('dispositifs.not_ready', 422, { missing, faults, rules })
/** The holder writes in it no longer, or not this. */
export const notOpenToHolder = () => new DomainError('dispositifs.not_open_to_holder', 409)
/** Whoever was invited to read a dossier changes nothing of it. */
export const readsOnly = () => new DomainError('dispositifs.reads_only', 409)
/** Somebody is invited for an organisation that does not carry this dossier. */
export const notOfHolders = () =>
  new DomainError('dispositifs.not_of_holders', 422, { field: 'organisationId' })
/** Somebody with this address writes it already. */
export const editorKnown = () => new DomainError('dispositifs.editor_known', 422, { field: 'email' })
/** A dossier without anybody who writes it would be nobody's. */
export const lastEditor = () => new DomainError('dispositifs.last_editor', 409)
/** What is asked for a day that is over is asked for nothing. */
export const dueInPast = () => new DomainError('dispositifs.due_in_past', 422, { field: 'dueOn' })
/** A field takes so many files. */
export const tooManyFiles = () => new DomainError('dispositifs.too_many_files', 422, { field: 'fichier' })
/** Numbers whose parts and total differ hold a report open. */
export const reportNotReady = (faults: string[]) =>
  new DomainError('dispositifs.report_not_ready', 422, { faults })
/** Nobody shares this template any more: it cannot be taken; what was taken stays. */
export const templateGone = () => new DomainError('dispositifs.template_gone', 409)
/** What comes from the template is changed by who departs from it, and says so. */
export const lockedByTemplate = (keys: string[]) =>
  new DomainError('dispositifs.locked_by_template', 409, { keys })
/** What the last version holds is what is in force: there is nothing new to share. */
export const nothingNew = () => new DomainError('dispositifs.nothing_new', 409)
