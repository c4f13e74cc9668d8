import { z } from 'zod'
import { keptText } from '#packages/referentials/text.ts'

export const INTAKES = ['elsewhere', 'here'] as const

/** Messages are keys of dispositifs.json, under `faults`. */
const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long').default('')
const needed = (max: number) => z.string().overwrite(keptText).trim().min(1, 'missing').max(max, 'too_long')

/** Other spellings, one a line or separated by commas; each once. */
const aliases = z
  .string()
  .default('')
  .transform((typed) => typed.split(/[\n,;]/).map((one) => one.trim()))
  .transform((all) => [...new Set(all.filter(Boolean))])
  .pipe(z.array(z.string().max(60, 'too_long')).max(20, 'too_many'))

/** « www.fonjep.org » is an address to whoever types it. */
const address = z
  .string()
  .trim()
  .default('')
  .transform((typed) => (typed && !/^https?:\/\//.test(typed) ? `https://${typed}` : typed || null))
  .pipe(
    z
      .url({ protocol: /^https?$/, hostname: /\./, error: 'url' })
      .max(500, 'too_long')
      .nullable(),
  )

export const dispositifInput = z
  .strictObject({
    code: needed(20),
    name: needed(200),
    aliases,
    summary: text(600),
    body: text(20_000),
    funder: text(200),
    legalText: text(2000),
    contact: text(500),
    intake: z.enum(INTAKES, 'unknown_choice'),
    intakeUrl: address,
  })
  .superRefine(({ intake, intakeUrl }, ctx) => {
    if (intake === 'here' && intakeUrl)
      ctx.addIssue({ code: 'custom', path: ['intakeUrl'], message: 'url_of_here' })
  })

export type DispositifInput = z.output<typeof dispositifInput>
