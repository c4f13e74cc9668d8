import { DomainError } from '#server/kernel/errors.ts'

/** Another dispositif of the network already has this code. */
export const codeTaken = () => new DomainError('dispositifs.code_taken', 422, { field: 'code' })
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
/** A call is published with rules, a form and a grid that are published themselves; these are not. */
export const stillDraft = (kinds: string[]) => new DomainError('dispositifs.still_draft', 422, { kinds })
/** A ready template stays as it is until somebody says that it becomes the network's own. */
export const notCustomised = () => new DomainError('dispositifs.not_customised', 409)
/** The draft still has faults, which its page tells one by one. */
export const draftFaulty = () => new DomainError('dispositifs.draft_faulty', 422)
/** Reviews are given on the grid of the session: it no longer changes. */
export const gridInUse = () => new DomainError('dispositifs.grid_in_use', 409)
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
/** A file that cannot be read as a table, and where. */
export const fileUnreadable = (why: string, line: number | null) =>
  new DomainError('dispositifs.file_unreadable', 422, { why, line })
/** An import is not where the page believed: it was confirmed, checked again or undone meanwhile. */
export const importMoved = (state: string) => new DomainError('dispositifs.import_moved', 409, { state })
/** Dossiers are known by the number of the funder's platform: some column must give it. */
export const numberUnmatched = () => new DomainError('dispositifs.number_unmatched', 422)
/** Two columns cannot say the same thing. */
export const targetTwice = () => new DomainError('dispositifs.target_twice', 422)
/** Every line is as the session has it, refused, or waits for a holder. */
export const nothingToImport = () => new DomainError('dispositifs.nothing_to_import', 422)
/** Somebody worked on these dossiers since the import wrote them. */
export const touchedSince = (numbers: number[]) =>
  new DomainError('dispositifs.touched_since', 409, { numbers })
