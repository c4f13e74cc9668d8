import { foldText } from '#packages/referentials/text.ts'

export type Choice = { value: string; label: string }
export type ChoiceGroup = { key: string; label?: string; choices: Choice[] }

/** Groups that still have a choice answering every word typed; a group's own name answers for all of it. */
export function matching(groups: ChoiceGroup[], typed: string): ChoiceGroup[] {
  const words = foldText(typed).split(' ').filter(Boolean)
  if (words.length === 0) return groups
  return groups.flatMap((group) => {
    const choices = group.choices.filter(({ label }) => {
      const text = foldText(`${label} ${group.label ?? ''}`)
      return words.every((word) => ` ${text.replace(/[^a-z0-9]+/g, ' ')}`.includes(` ${word}`))
    })
    return choices.length ? [{ ...group, choices }] : []
  })
}
