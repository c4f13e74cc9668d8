import { z } from 'zod'
import { isKind } from '#packages/referentials/kinds.ts'
import { keptText, slugify } from '#packages/referentials/text.ts'
import { hasChoices, OWN_TYPES, type OwnChoice } from './own-field.ts'

export const MOST_FIELDS = 60
const MOST_CHOICES = 100

/** A choice with its key is one the field has, renamed or not; without, it is new. */
const choiceInput = z.strictObject({
  key: z.string().max(60).nullable(),
  label: z.string().overwrite(keptText).trim().max(100, 'too_long'),
})
export type ChoiceInput = z.output<typeof choiceInput>

/** Messages are keys of crm.json, under `faults`. */
export const ownFieldInput = z
  .strictObject({
    label: z.string().overwrite(keptText).trim().min(1, 'own_nameless').max(100, 'too_long'),
    help: z.string().overwrite(keptText).trim().max(300, 'too_long'),
    type: z.enum(OWN_TYPES, 'unknown_choice'),
    kinds: z.array(z.string().refine(isKind, 'unknown_choice')).max(10, 'too_many'),
    choices: z.array(choiceInput).max(MOST_CHOICES, 'too_many'),
    onListing: z.boolean(),
  })
  .transform((input) => ({
    ...input,
    choices: hasChoices(input.type) ? input.choices.filter(({ label }) => label) : [],
  }))
  .refine(({ type, choices }) => !hasChoices(type) || choices.length > 0, {
    path: ['choices'],
    message: 'own_choiceless',
  })
  .refine(({ choices }) => new Set(choices.map(({ label }) => label)).size === choices.length, {
    path: ['choices'],
    message: 'own_choice_twice',
  })
export type OwnFieldInput = z.output<typeof ownFieldInput>

/** « Eau potable » as a key: eau_potable, numbered when another has it. */
export function keyFor(label: string, taken: ReadonlySet<string>): string {
  const words = slugify(label, 50).replaceAll('-', '_')
  const wish = /^[a-z]/.test(words) ? words : `c_${words}`
  if (!taken.has(wish)) return wish
  for (let number = 2; ; number++) if (!taken.has(`${wish}_${number}`)) return `${wish}_${number}`
}

/**
 * Choices in their new order. One that comes with its key is the same under new words; one taken away is
 * kept apart, so that the records which have it still say it; written again, it is back.
 */
export function choicesFrom(given: ChoiceInput[], before: OwnChoice[]): OwnChoice[] {
  const taken = new Set(before.map(({ key }) => key))
  const named = new Set(given.map(({ key }) => key).filter((key) => key !== null && taken.has(key)))
  const choices = given.map(({ key, label }): OwnChoice => {
    if (key !== null && named.has(key)) return { key, label }
    const kept = before.find((choice) => choice.label === label && !named.has(choice.key))
    const own = kept?.key ?? keyFor(label, taken)
    named.add(own)
    taken.add(own)
    return { key: own, label }
  })
  const gone = before.filter(({ key }) => !named.has(key))
  return [...choices, ...gone.map(({ key, label }) => ({ key, label, removed: true as const }))]
}
