import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { OUTCOMES } from './decision.ts'

/** Messages are keys of dispositifs.json, under `follow.faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')

export const decisionInput = z
  .strictObject({
    outcome: z.enum(OUTCOMES, 'choose_outcome'),
    amountCents: z.number('money').int('money').min(0, 'money').max(1e13, 'too_big').nullable().default(null),
    decidedOn: z.iso.date('not_a_day'),
    reference: text(120),
    comment: text(2000),
  })
  .superRefine(({ outcome, amountCents, comment }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (outcome !== 'financed' && amountCents !== null) wrong('amountCents', 'amount_without_grant')
    if (outcome !== 'financed' && !comment) wrong('comment', 'reason_missing')
  })

export type DecisionInput = z.output<typeof decisionInput>
