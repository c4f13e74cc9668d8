/** What is wrong with a database, in one sentence that says what to do. */
export class DatabaseError extends Error {}

export const DISK_FULL = 'The disk is full: free some space and start again.'
