import { DomainError } from '#server/kernel/errors.ts'

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
