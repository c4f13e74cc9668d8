import { z } from 'zod'
import { REGIONS } from '#packages/referentials/regions.ts'
import { keptText } from '#packages/referentials/text.ts'
import { TIME_ZONES } from '#packages/referentials/time-zones.ts'
import { STEPS } from '../lifecycle/lifecycle.ts'

export const JURIES = ['grid', 'simple'] as const

/** Messages are keys of dispositifs.json, under `faults`. */
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)
const day = z.preprocess(emptyIsNull, z.iso.date('not_a_day').nullable()).default(null)
/** As a browser sends it, without a zone: the session says which. */
const moment = z.iso.datetime({ local: true, offset: false, error: 'not_a_moment' })

export const sessionInput = z
  .strictObject({
    name: z.string().overwrite(keptText).trim().min(1, 'missing').max(120, 'too_long'),
    year: z.coerce.number('year').int('year').min(2000, 'year').max(2100, 'year'),
    opensAt: moment,
    closesAt: moment,
    timeZone: z.enum(TIME_ZONES, 'unknown_choice'),
    actionsFrom: day,
    actionsTo: day,
    envelopeCents: z.number('money').int().min(0, 'money').max(1e13, 'too_big').nullable().default(null),
    steps: z
      .array(z.enum(STEPS, 'unknown_choice'))
      .transform((all) => STEPS.filter((one) => all.includes(one))),
    alsoRegions: z
      .array(z.string().refine((code) => REGIONS.some((region) => region.code === code), 'unknown_choice'))
      .max(20, 'too_many')
      .default([]),
    jury: z.enum(JURIES, 'unknown_choice').default('grid'),
    retentionMonths: z.coerce.number('months').int('months').min(6, 'months').max(240, 'months').default(60),
  })
  .superRefine((input, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (input.opensAt >= input.closesAt) wrong('closesAt', 'closes_before')
    if (input.actionsFrom && input.actionsTo && input.actionsTo < input.actionsFrom)
      wrong('actionsTo', 'ends_before')
  })

export type SessionInput = z.output<typeof sessionInput>
