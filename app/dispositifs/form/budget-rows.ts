import { centsCell, held, listOf, textCell, writtenCents, writtenText } from './read-cell.ts'
import type { Entry, TypedForm } from './typed-form.ts'

/** The four tables of a budget, as it is typed: what is valued in kind stands apart from the money. */
export const GROUPS = [
  { side: 'expense', kind: false, path: 'expense.cash' },
  { side: 'income', kind: false, path: 'income.cash' },
  { side: 'expense', kind: true, path: 'expense.kind' },
  { side: 'income', kind: true, path: 'income.kind' },
] as const
export type BudgetGroup = (typeof GROUPS)[number]

/** An income that is the grant itself needs no box to say that it is asked for. */
const GRANT = 'dispositif'

const chosenIn = ({ side }: BudgetGroup) => (side === 'income' ? 'funder' : 'heading')

function lineOf(form: TypedForm, row: string, group: BudgetGroup): object[] {
  const chosen = form.one(`${row}.${chosenIn(group)}`)
  const label = form.one(`${row}.label`).trim()
  const cents = centsCell(form.one(`${row}.cents`))
  if (!chosen && !label && cents === null) return []
  const line = { side: group.side, label, cents, in_kind: group.kind }
  if (group.side === 'expense') return [{ ...line, heading: chosen, excluded: form.has(`${row}.excluded`) }]
  const requested = !group.kind && (chosen === GRANT || form.has(`${row}.requested`))
  return [{ ...line, funder: chosen, requested, acquired: form.has(`${row}.acquired`) }]
}

export const readBudget = (form: TypedForm, name: string) =>
  GROUPS.flatMap((group) => form.rows(`${name}.${group.path}`).flatMap((row) => lineOf(form, row, group)))

const FLAGS = ['excluded', 'requested', 'acquired'] as const

export const isIn = (group: BudgetGroup, line: unknown) =>
  held(line, 'side') === group.side && (held(line, 'in_kind') === true) === group.kind

export const writeBudget = (answer: unknown, name: string, locale: string): Entry[] =>
  GROUPS.flatMap((group) =>
    listOf(answer)
      .filter((line) => isIn(group, line))
      .flatMap((line, index): Entry[] => {
        const row = `${name}.${group.path}.${index}`
        const chosen = chosenIn(group)
        return [
          [`${row}.${chosen}`, writtenText(held(line, chosen))],
          [`${row}.label`, textCell(writtenText(held(line, 'label'))) ?? ''],
          [`${row}.cents`, writtenCents(held(line, 'cents'), locale)],
          ...FLAGS.filter((flag) => held(line, flag) === true).map(
            (flag) => [`${row}.${flag}`, 'on'] as const,
          ),
        ]
      }),
  )
