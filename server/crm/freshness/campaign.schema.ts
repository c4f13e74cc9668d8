import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const campaignInput = z.strictObject({
  set: z.enum(['stale', 'never', 'all'], 'unknown_choice'),
  subject: z.string().overwrite(keptText).trim().min(1, 'subject_missing').max(150, 'too_long'),
  body: z.string().overwrite(keptText).trim().min(1, 'body_missing').max(5000, 'too_long'),
})
export type CampaignInput = z.output<typeof campaignInput>
