import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'
import { PAYMENT_KINDS, PAYMENT_STEPS } from './payment.ts'

/** Messages are keys of dispositifs.json, under `follow.faults`. */
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const day = z.iso.date('not_a_day')
const amount = z.number('money').int('money').min(1, 'money').max(1e13, 'too_big')

export const paymentInput = z.strictObject({
  kind: z.enum(PAYMENT_KINDS, 'unknown_choice'),
  amountCents: amount,
  dueOn: z.preprocess(emptyIsNull, day.nullable()).default(null),
  paidTo: z.enum(['holder', 'sponsor'], 'unknown_choice'),
})
export type PaymentInput = z.output<typeof paymentInput>

export const stepInput = z.strictObject({
  step: z.enum(PAYMENT_STEPS, 'unknown_choice'),
  amountCents: amount,
  happenedOn: day,
  note: z.string().overwrite(keptText).trim().max(500, 'too_long').default(''),
})
export type StepInput = z.output<typeof stepInput>
