import { headCount } from '../head-count/head-count.schema.ts'
import { gapOf, isEmpty } from '../head-count/head-count.ts'
import { inHand, nextStep, paidOut } from './payment.ts'

type Payments = Parameters<typeof inHand>[0]

export type Settled = {
  grantedCents: number | null
  achieved: unknown
  /** Whether the form of this dossier counts people. */
  counts: boolean
  payments: Payments
}

/** What keeps a dossier from being settled, by the key of a sentence; nothing, and it may be. */
export function settlingFaults({ grantedCents, achieved, counts, payments }: Settled): string[] {
  const faults: string[] = []
  const read = headCount.safeParse(achieved ?? {})
  const said = read.success && !isEmpty(read.data)
  if (counts && !said) faults.push('no_head_count')
  if (read.success && said && gapOf(read.data).length > 0) faults.push('head_count_gap')
  const open = payments.some((payment) =>
    nextStep(
      payment,
      payment.steps.map(({ step }) => step),
    ),
  )
  if (open) faults.push('payment_open')
  if (grantedCents !== null && paidOut(payments) > grantedCents) faults.push('paid_above')
  if (grantedCents !== null && grantedCents > 0 && paidOut(payments) < grantedCents) faults.push('paid_below')
  if (!open && inHand(payments) !== paidOut(payments)) faults.push('passed_differs')
  return faults
}
