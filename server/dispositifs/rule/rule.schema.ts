import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { isKind, isSubkind } from '#packages/referentials/kinds.ts'
import { bilingual, key, text, whole } from '../bilingual.schema.ts'

const day = z.iso.date('not_a_day')
const cents = whole(1e13)
const years = whole(120)
const people = whole(100_000)

const source = z.strictObject({
  text: text(300),
  url: z
    .url({ protocol: /^https?$/, error: 'url' })
    .max(500, 'too_long')
    .optional(),
  /** Days between which the source says so; outside of them somebody has to look again. */
  from: day.optional(),
  until: day.optional(),
})

const common = {
  key,
  /** False: said, and stops nothing. */
  blocking: z.boolean().default(true),
  why: bilingual(600),
  source,
}

const ages = z.strictObject({ kind: z.literal('ages'), ...common, min: years, max: years })

const headCount = z.strictObject({
  kind: z.literal('head_count'),
  ...common,
  of: z.enum(['french', 'foreign', 'all']),
  min: people.nullable().default(null),
  max: people.nullable().default(null),
})

const budgetShare = z.strictObject({
  kind: z.literal('budget_share'),
  ...common,
  /** 70 % is 7000. */
  maxBasisPoints: whole(10_000),
})

const amountCeiling = z.strictObject({
  kind: z.literal('amount_ceiling'),
  ...common,
  maxCents: cents,
  /** Another ceiling where the holder has its seat: overseas and Corsica. */
  elsewhere: z
    .strictObject({
      maxCents: cents,
      departments: z
        .array(z.string())
        .min(1, 'missing')
        .refine((codes) => codes.every((code) => departmentName(code) !== code), 'unknown_choice'),
    })
    .nullable()
    .default(null),
})

const actionDates = z.strictObject({
  kind: z.literal('action_dates'),
  ...common,
  /** Null: the day that the session says. */
  from: day.nullable().default(null),
  to: day.nullable().default(null),
})

const actionDays = z.strictObject({
  kind: z.literal('action_days'),
  ...common,
  min: whole(1000).nullable().default(null),
  max: whole(1000).nullable().default(null),
})

const filesPerHolder = z.strictObject({ kind: z.literal('files_per_holder'), ...common, max: whole(1000) })

const sponsorAccredited = z.strictObject({ kind: z.literal('sponsor_accredited'), ...common })

const documents = z.strictObject({
  kind: z.literal('documents'),
  ...common,
  documents: z
    .array(z.strictObject({ key, label: bilingual(200) }))
    .min(1, 'missing')
    .max(40, 'too_many'),
})

const countries = z.strictObject({
  kind: z.literal('countries'),
  ...common,
  countries: z
    .array(z.string())
    .max(250, 'too_many')
    .default([])
    .refine((codes) => codes.every(isCountry), 'unknown_choice'),
  /** Also every country eligible for development assistance on the day the action starts. */
  oda: z.boolean().default(false),
})

const holderKinds = z.strictObject({
  kind: z.literal('holder_kinds'),
  ...common,
  /** Families or sub-kinds of organisations, any of them. */
  kinds: z
    .array(z.string())
    .min(1, 'missing')
    .refine((keys) => keys.every((one) => isKind(one) || isSubkind(one)), 'unknown_choice'),
})

export const rule = z
  .discriminatedUnion('kind', [
    ages,
    headCount,
    budgetShare,
    amountCeiling,
    actionDates,
    actionDays,
    filesPerHolder,
    sponsorAccredited,
    documents,
    countries,
    holderKinds,
  ])
  .superRefine((one, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if ('min' in one && one.min !== null && one.max !== null && one.max < one.min) wrong('max', 'ends_before')
    if (one.kind === 'action_dates' && one.from && one.to && one.to < one.from) wrong('to', 'ends_before')
    if (one.kind === 'countries' && !one.oda && one.countries.length === 0) wrong('countries', 'missing')
    if ((one.kind === 'head_count' || one.kind === 'action_days') && one.min === null && one.max === null)
      wrong('min', 'missing')
  })

export const rules = z
  .array(rule)
  .max(60, 'too_many')
  .refine((all) => new Set(all.map((one) => one.key)).size === all.length, 'key_twice')

export type Rule = z.output<typeof rule>
export type RuleKind = Rule['kind']
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>
export type RuleInput = z.input<typeof rule>
