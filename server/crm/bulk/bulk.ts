import { z } from 'zod'
import { isKind, isSubkind, kindOf, type SubkindKey } from '#packages/referentials/kinds.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { isFor, type OwnField, readOwnValue } from '../own-field/own-field.ts'
import { taskInput } from '../task/task.schema.ts'

/** What can be done to many records at once; messages are keys of crm.json, under `faults`. */
export const bulkChange = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('tag'), tag: z.uuid('bulk_tag') }),
  z.strictObject({ act: z.literal('untag'), tag: z.uuid('bulk_tag') }),
  z.strictObject({ act: z.literal('publish') }),
  z.strictObject({ act: z.literal('withdraw') }),
  z.strictObject({ act: z.literal('sector'), sector: z.string().refine(isSector, 'unknown_choice') }),
  z.strictObject({ act: z.literal('unsector'), sector: z.string().refine(isSector, 'unknown_choice') }),
  z
    .strictObject({ act: z.literal('kind'), kind: z.string(), subkind: z.string().nullable() })
    .refine(({ kind }) => isKind(kind), { message: 'kind_missing' })
    .refine(
      ({ kind, subkind }) =>
        subkind === null || (isSubkind(subkind) && kindOf(subkind as SubkindKey) === kind),
      { message: 'unknown_choice' },
    ),
  z.strictObject({
    act: z.literal('own'),
    key: z.string().min(1, 'unknown_choice'),
    values: z.array(z.string().max(5000, 'too_long')).max(100, 'too_many'),
  }),
  z.strictObject({ act: z.literal('keep'), account: z.uuid('unknown_choice').nullable() }),
  z.strictObject({ act: z.literal('task'), ...taskInput.shape }),
])
export type BulkChange = z.output<typeof bulkChange>
export type BulkAct = BulkChange['act']

/** What of a record decides whether an act changes it. */
export type BulkRow = {
  id: string
  name: string
  kind: string
  subkind: string | null
  sectors: string[]
  published: boolean
  /** Hidden by its own people, who alone show it again. */
  hidden: boolean
  ownFields: Record<string, unknown>
  lookedAfterBy: string | null
  tags: string[]
}

export type Skip = 'already' | 'not_for_kind' | 'many_sectors' | 'hidden_by_keeper'

const MOST_SECTORS = 100

/** Why an act leaves a record as it is; null when it changes it. */
export function skipOf(change: BulkChange, row: BulkRow, field?: OwnField): Skip | null {
  const already = (so: boolean) => (so ? 'already' : null)
  switch (change.act) {
    case 'tag':
      return already(row.tags.includes(change.tag))
    case 'untag':
      return already(!row.tags.includes(change.tag))
    case 'publish':
      return row.hidden ? 'hidden_by_keeper' : already(row.published)
    case 'withdraw':
      return already(!row.published)
    case 'sector':
      if (row.sectors.length >= MOST_SECTORS) return 'many_sectors'
      return already(row.sectors.includes(change.sector))
    case 'unsector':
      return already(!row.sectors.includes(change.sector))
    case 'kind':
      return already(row.kind === change.kind && row.subkind === change.subkind)
    case 'keep':
      return already(row.lookedAfterBy === change.account)
    case 'own': {
      if (!field || !isFor(field, row.kind)) return 'not_for_kind'
      const { value } = readOwnValue(field, change.values)
      return already(JSON.stringify(row.ownFields[field.key] ?? null) === JSON.stringify(value))
    }
    case 'task':
      return null
  }
}
