import { z } from 'zod'
import { isImportField } from './fields.ts'

/** What each column of a file is, and how the file is taken. It can be kept, and given to another network. */
export const matchingSchema = z
  .strictObject({
    format: z.literal('maillage-import-1').default('maillage-import-1'),
    columns: z
      .array(
        z.strictObject({
          heading: z.string().max(200),
          field: z.string().max(80).refine(isImportField).nullable(),
        }),
      )
      .max(300),
    /** The line of the file that names the columns, when it is known; rows are those below it. */
    headingLine: z.number().int().min(1).max(2_000_000).nullable().default(null),
    /** Countries, sectors, goals and other names of the file: added to what is known, or instead of it. */
    lists: z.enum(['add', 'replace']).default('add'),
    /** Names of records the network knows: kept as they are, or those of the file. */
    names: z.enum(['keep', 'replace']).default('keep'),
    /** The tool the file comes from: its own numbers are its own. */
    source: z.string().trim().max(60).default(''),
    /** Kind of those whose line says none. */
    kind: z.string().max(40).default(''),
  })
  .refine(({ columns }) => {
    const used = columns.map(({ field }) => field).filter(Boolean)
    return new Set(used).size === used.length
  }, 'field_twice')

export type Matching = z.output<typeof matchingSchema>
export type Answers = Record<string, Record<string, string>>

export const answersSchema = z.record(z.string().max(80), z.record(z.string().max(300), z.string().max(80)))
