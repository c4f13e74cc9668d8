import { readCents } from '../../ui/money.ts'

export type OpinionValues = {
  opinion: string
  reasons: string
  amount: string
  conditions: { text: string; dueOn: string }[]
  left: string[]
}

/** What was typed, as it was typed. */
export function opinionValues(form: FormData): OpinionValues {
  const text = (name: string) => String(form.get(name) ?? '')
  const due = form.getAll('echeance').map(String)
  return {
    ...{ opinion: text('opinion'), reasons: text('reasons'), amount: text('amount') },
    conditions: form.getAll('reserve').map((value, nth) => ({ text: String(value), dueOn: due[nth] ?? '' })),
    left: form.getAll('sorti').map(String),
  }
}

/** Empty rows are no conditions; an amount that is none is said at its field. */
export function readOpinion({ opinion, reasons, amount, conditions, left }: OpinionValues) {
  const amountCents = amount.trim() === '' ? null : readCents(amount)
  const faults: Record<string, string> =
    amount.trim() !== '' && amountCents === null ? { amount: 'money' } : {}
  const said = conditions.filter(({ text, dueOn }) => text.trim() !== '' || dueOn !== '')
  return { typed: { opinion, reasons, amountCents, conditions: said, left }, faults }
}
