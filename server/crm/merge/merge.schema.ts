import { z } from 'zod'
import { FIELDS, type FieldKey, OTHER_NAMES } from './fields.ts'

const MERGED_RECORDS = ['left', 'right'] as const

/** What a person chose between two records; what is not said is as proposed. */
export const mergeInput = z.strictObject({
  kept: z.enum(MERGED_RECORDS),
  /** The versions the page was opened on. */
  versions: z.strictObject({ left: z.coerce.number().int(), right: z.coerce.number().int() }),
  choices: z.partialRecord(
    z.enum(FIELDS.map(({ key }) => key) as [FieldKey, ...FieldKey[]]),
    z.enum(['left', 'right', 'both']),
  ),
  otherName: z.enum(OTHER_NAMES).default('alias'),
  /** Of two memberships of one year, whose stands. */
  memberships: z.record(z.string().regex(/^\d{4}$/), z.enum(MERGED_RECORDS)).default({}),
})
export type MergeInput = z.output<typeof mergeInput>
