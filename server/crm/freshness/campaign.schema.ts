import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { segmentQuery } from '../segment/segment.schema.ts'

/** A campaign is no newsletter: what a team can follow up. */
export const MOST_RECIPIENTS = 1000

const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')

/** Which published pages, and among them those a list's address would show: a segment's. */
const recipientsInput = z.strictObject({
  set: z.enum(['stale', 'never', 'all'], 'unknown_choice'),
  among: z
    .string()
    .max(4000, 'too_long')
    .default('')
    .transform((query) => filtersOf(query)),
})
export type RecipientsInput = z.output<typeof recipientsInput>

/** Words are left out: a campaign is narrowed by what records are, not by what a search finds. */
export function filtersOf(query: string): string {
  const kept = new URLSearchParams(segmentQuery(new URLSearchParams(query)))
  kept.delete('q')
  return String(kept)
}

export const campaignInput = recipientsInput
  .extend({
    /** Chosen when it was read before sending: sent twice, it leaves once. */
    id: z.uuid(),
    subject: text(150).min(1, 'subject_missing'),
    body: text(5000).min(1, 'body_missing'),
    /** Left empty, everybody reads the first. */
    subjectEn: text(150).default(''),
    bodyEn: text(5000).default(''),
  })
  .superRefine(({ subjectEn, bodyEn }, ctx) => {
    if (subjectEn && !bodyEn) ctx.addIssue({ code: 'custom', path: ['bodyEn'], message: 'body_missing' })
    if (bodyEn && !subjectEn)
      ctx.addIssue({ code: 'custom', path: ['subjectEn'], message: 'subject_missing' })
  })
export type CampaignInput = z.output<typeof campaignInput>
