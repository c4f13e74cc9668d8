import { z } from 'zod'
import { isKind } from '#packages/referentials/kinds.ts'
import { keptText, slugify } from '#packages/referentials/text.ts'
import { hasChoices, OWN_TYPES, type OwnChoice } from './own-field.ts'

export const MOST_FIELDS = 60
const MOST_CHOICES = 100

/** Messages are keys of crm.json, under `faults`. Choices are written one a line. */
export const ownFieldInput = z
  .strictObject({
    label: z.string().overwrite(keptText).trim().min(1, 'own_nameless').max(100, 'too_long'),
    help: z.string().overwrite(keptText).trim().max(300, 'too_long'),
    type: z.enum(OWN_TYPES, 'unknown_choice'),
    kinds: z.array(z.string().refine(isKind, 'unknown_choice')).max(10, 'too_many'),
    choices: z
      .array(z.string().overwrite(keptText).trim().max(100, 'too_long'))
      .max(MOST_CHOICES, 'too_many'),
    onListing: z.boolean(),
  })
  .transform((input) => ({
    ...input,
    choices: hasChoices(input.type) ? [...new Set(input.choices.filter(Boolean))] : [],
  }))
  .refine(({ type, choices }) => !hasChoices(type) || choices.length > 0, {
    path: ['choices'],
    message: 'own_choiceless',
  })
export type OwnFieldInput = z.output<typeof ownFieldInput>

/** « Eau potable » as a key: eau_potable, numbered when another has it. */
export function keyFor(label: string, taken: ReadonlySet<string>): string {
  const words = slugify(label, 50).replaceAll('-', '_')
  const wish = /^[a-z]/.test(words) ? words : `c_${words}`
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}_${number}`)) return `${wish}_${number}`
}

/** Choices in their new order; one whose label stands keeps its key, and with it those who chose it. */
export function choicesFrom(labels: string[], before: OwnChoice[]): OwnChoice[] {
  const taken = new Set(before.map(({ key }) => key))
  return labels.map((label) => {
    const kept = before.find((choice) => choice.label === label)
    if (kept) return kept
    const key = keyFor(label, taken)
    taken.add(key)
    return { key, label }
  })
}
