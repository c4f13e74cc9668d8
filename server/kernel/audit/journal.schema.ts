import { z } from 'zod'

const day = z.iso.date().optional().catch(undefined)
const word = z
  .string()
  .regex(/^[a-z][a-z_.-]{0,80}$/)
  .optional()
  .catch(undefined)
const id = z.uuid().optional().catch(undefined)

/** What an address asks and cannot be understood is left out. */
export const journalSearch = z.object({
  from: day,
  to: day,
  person: id,
  action: word,
  object: id,
  type: word,
  /** The last line read: the page goes on after it. */
  after: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z_[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
})
export type JournalSearch = z.infer<typeof journalSearch>
