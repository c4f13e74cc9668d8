import { z } from 'zod'

export const pageRules = z.strictObject({
  proposalsAtOnce: z.boolean(),
  colleaguesAccepted: z.boolean(),
  messagesKeptMonths: z.coerce.number('months').int('months').min(1, 'months').max(36, 'months'),
})
export type PageRules = z.output<typeof pageRules>
