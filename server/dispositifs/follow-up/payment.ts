/** How money goes, in the order it goes. What is given back goes the other way, in one step. */
export const PAYMENT_KINDS = ['advance', 'balance', 'return'] as const
export type PaymentKind = (typeof PAYMENT_KINDS)[number]

export const PAYMENT_STEPS = ['paid', 'received', 'passed_on'] as const
export type PaymentStep = (typeof PAYMENT_STEPS)[number]

type Payment = { kind: PaymentKind; paidTo: 'holder' | 'sponsor' }

/** Through a sponsor, money is received and passed on; straight to the holder, it is paid. */
export const stepsOfPayment = ({ kind, paidTo }: Payment): readonly PaymentStep[] =>
  kind !== 'return' && paidTo === 'sponsor' ? PAYMENT_STEPS : ['paid']

/** What is to be recorded next; null once all is. */
export const nextStep = (payment: Payment, done: readonly PaymentStep[]): PaymentStep | null =>
  stepsOfPayment(payment).find((step) => !done.includes(step)) ?? null

/** Who it awaits: the team tells what the funder paid, the sponsor what it received and passed on. */
export const awaits = (step: PaymentStep): 'staff' | 'sponsor' => (step === 'paid' ? 'staff' : 'sponsor')

type Done = Payment & { steps: readonly { step: PaymentStep; amountCents: number }[] }

/** What the holder has in hand: the last step of each payment, what it gave back taken off. */
export const inHand = (payments: readonly Done[]): number =>
  payments.reduce((sum, payment) => {
    const last = stepsOfPayment(payment).at(-1)
    const amount = payment.steps.find(({ step }) => step === last)?.amountCents ?? 0
    return payment.kind === 'return' ? sum - amount : sum + amount
  }, 0)

/** What the funder paid, less what came back. */
export const paidOut = (payments: readonly Done[]): number =>
  payments.reduce((sum, { kind, steps }) => {
    const amount = steps.find(({ step }) => step === 'paid')?.amountCents ?? 0
    return kind === 'return' ? sum - amount : sum + amount
  }, 0)

type Recorded = { kind: PaymentKind; steps: readonly { id: string; step: PaymentStep }[] }

/** Whether this step says that an advance was paid, and none other does. */
export const isLastAdvance = (payments: readonly Recorded[], stepId: string): boolean => {
  const paid = payments.flatMap(({ kind, steps }) =>
    kind === 'advance' ? steps.filter(({ step }) => step === 'paid') : [],
  )
  return paid.length === 1 && paid[0]!.id === stepId
}
