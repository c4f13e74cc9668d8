import { readCents } from '../../ui/money.ts'

export type ReviewValues = Record<string, string>

/** What was typed, as it was typed. */
export const reviewValues = (form: FormData): ReviewValues =>
  Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))

/** Marks may be written with a comma; what is no number is said at its field. */
export function readReview(values: ReviewValues) {
  const faults: Record<string, string> = {}
  const scores: Record<string, { score: number | null; comment: string }> = {}
  for (const [name, value] of Object.entries(values)) {
    const key = name.match(/^score_(.+)$/)?.[1]
    if (!key) continue
    const number = value.trim() === '' ? null : Number(value.replace(',', '.'))
    if (number !== null && !Number.isFinite(number)) faults[name] = 'number'
    scores[key] = { score: faults[name] ? null : number, comment: values[`comment_${key}`] ?? '' }
  }
  const typedAmount = (values.amount ?? '').trim()
  const amountCents = typedAmount === '' ? null : readCents(typedAmount)
  if (typedAmount !== '' && amountCents === null) faults.amount = 'money'
  const { opinion = '', comment = '', privateNote = '' } = values
  return { typed: { scores, opinion, comment, amountCents, privateNote }, faults }
}
