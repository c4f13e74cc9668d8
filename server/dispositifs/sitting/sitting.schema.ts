import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const OPINIONS = ['favourable', 'reservations', 'unfavourable', 'adjourned'] as const
export const PRESENCES = ['expected', 'present', 'represented', 'absent'] as const
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')
const emptyIsNull = (value: unknown) => (value === '' || value === undefined ? null : value)

/** Messages are keys of dispositifs.json, under `faults`. The hour is that of the network's clock. */
export const sittingInput = z
  .strictObject({
    name: text(160).min(1, 'missing'),
    startsAt: z.iso.datetime({ local: true, offset: false, error: 'not_a_moment' }),
    place: text(300).default(''),
    link: z.preprocess(
      emptyIsNull,
      z
        .url({ protocol: /^https?$/, error: 'url' })
        .max(500, 'too_long')
        .nullable(),
    ),
    quorum: z.coerce.number('number').int('whole').min(1, 'too_small').max(100, 'too_big'),
    sessions: z.array(z.uuid('unknown_choice')).min(1, 'choose_session').max(20, 'too_many'),
    instructors: z.array(z.uuid('unknown_choice')).max(100, 'too_many').default([]),
    chair: z.preprocess(emptyIsNull, z.uuid('unknown_choice').nullable()).default(null),
    /** Guests, one a line: a name, and after a comma where from. */
    guests: text(3000).default(''),
  })
  .superRefine(({ quorum, instructors, chair, guests }, ctx) => {
    const members = new Set(chair ? [...instructors, chair] : instructors).size + guestsOf(guests).length
    if (members > 0 && quorum > members)
      ctx.addIssue({ code: 'custom', path: ['quorum'], message: 'quorum_above_members' })
  })
export type SittingInput = z.output<typeof sittingInput>

const condition = z.strictObject({
  text: text(1000).min(1, 'missing'),
  dueOn: z.preprocess(emptyIsNull, z.iso.date('not_a_day').nullable()).default(null),
})

export const opinionInput = z
  .strictObject({
    opinion: z.enum(OPINIONS, 'choose_opinion'),
    reasons: text(5000).default(''),
    amountCents: z.number('money').int().min(0, 'money').max(1e12, 'too_big').nullable().default(null),
    conditions: z.array(condition).max(20, 'too_many').default([]),
    /** Members who leave the room besides those whom a conflict keeps out. */
    left: z.array(z.uuid('unknown_choice')).default([]),
  })
  .superRefine(({ opinion, reasons, conditions }, ctx) => {
    const wrong = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message })
    if (opinion !== 'favourable' && reasons === '') wrong('reasons', 'reason_missing')
    if (opinion === 'reservations' && conditions.length === 0) wrong('conditions', 'condition_missing')
  })
export type OpinionInput = z.output<typeof opinionInput>

/** « Dominique Exemple, Mairie de Test » as a name and where from. */
export const guestsOf = (written: string) =>
  written
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 40)
    .map((line) => {
      const [name = '', ...from] = line.split(',')
      return { name: name.trim().slice(0, 160), organisation: from.join(',').trim().slice(0, 200) }
    })
    .filter(({ name }) => name !== '')
