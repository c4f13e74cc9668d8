/** How long a funder's file and its lines are kept: the time to undo it, or to ask the funder about it. */
export const IMPORT_KEPT_DAYS = 90
