import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { filtersAddress, readFilters } from '../organisation/organisation-filters.ts'

export const LONGEST_SEGMENT = 80

/** What is kept of a list's address: its words and its filters, in one order, and nothing else. */
export function segmentQuery(query: URLSearchParams): string {
  const kept = filtersAddress(readFilters(query))
  const words = query.get('q')?.trim().slice(0, 200)
  if (words) kept.set('q', words)
  return String(kept)
}

export const segmentInput = z.strictObject({
  name: z.string().overwrite(keptText).trim().min(1, 'segment_nameless').max(LONGEST_SEGMENT, 'too_long'),
  query: z
    .string()
    .max(4000, 'too_long')
    .transform((query) => segmentQuery(new URLSearchParams(query)))
    .refine((query) => query !== '', 'segment_empty'),
  shared: z.boolean(),
})
export type SegmentInput = z.output<typeof segmentInput>
