import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

/** Messages are keys of dispositifs.json, under `follow.faults`. */
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')
const day = z.iso.date('not_a_day')
const optionalDay = z.preprocess(emptyIsNull, day.nullable()).default(null)

export const accreditationInput = z
  .strictObject({
    organisationId: z.uuid('choose_sponsor'),
    dispositifId: z.preprocess(emptyIsNull, z.uuid('unknown_choice').nullable()).default(null),
    startsOn: day,
    endsOn: optionalDay,
    trainedOn: optionalDay,
    reference: text(120),
    note: text(2000),
  })
  .superRefine(({ startsOn, endsOn }, ctx) => {
    if (endsOn && endsOn < startsOn)
      ctx.addIssue({ code: 'custom', path: ['endsOn'], message: 'ends_before' })
  })
export type AccreditationInput = z.output<typeof accreditationInput>

export const endInput = z.strictObject({
  endedOn: day,
  endReason: z.string().overwrite(keptText).trim().min(3, 'reason_missing').max(1000, 'too_long'),
})
