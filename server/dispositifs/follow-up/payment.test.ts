import { describe, expect, it } from 'vitest'
import { inHand, nextStep, paidOut, stepsOfPayment } from './payment.ts'
import { settlingFaults } from './settling.ts'

const through = (kind: 'advance' | 'balance', amounts: number[]) => ({
  ...{ kind, paidTo: 'sponsor' as const },
  steps: amounts.map((amountCents, at) => ({
    step: stepsOfPayment({ kind, paidTo: 'sponsor' })[at]!,
    amountCents,
  })),
})
const none = { total: null, girls: null, boys: null, other: null, bands: [] }
const group = (total: number, girls: number, boys: number) => ({ ...none, total, girls, boys })

describe('Money that goes through a sponsor', () => {
  it('is paid, then received, then passed on, and nothing else', () => {
    const payment = { kind: 'advance', paidTo: 'sponsor' } as const
    expect(nextStep(payment, [])).toBe('paid')
    expect(nextStep(payment, ['paid'])).toBe('received')
    expect(nextStep(payment, ['paid', 'received'])).toBe('passed_on')
    expect(nextStep(payment, ['paid', 'received', 'passed_on'])).toBeNull()
  })

  it('is in the hands of the holder once it is passed on', () => {
    const given = {
      kind: 'return' as const,
      paidTo: 'holder' as const,
      steps: [{ step: 'paid' as const, amountCents: 200 }],
    }
    const payments = [through('advance', [5000, 5000, 5000]), through('balance', [3000, 3000]), given]
    expect(paidOut(payments)).toBe(7800)
    expect(inHand(payments)).toBe(4800)
  })
})

describe('A dossier is settled', () => {
  const whole = {
    grantedCents: 8000,
    achieved: { french: group(8, 4, 4), foreign: none },
    counts: true,
    payments: [through('advance', [5000, 5000, 5000]), through('balance', [3000, 3000, 3000])],
  }

  it('when its head counts agree and all that was granted is in the hands of its holder', () => {
    expect(settlingFaults(whole)).toEqual([])
  })

  it('and not while its parts do not make its total', () => {
    const achieved = { french: group(22, 8, 13), foreign: none }
    expect(settlingFaults({ ...whole, achieved })).toEqual(['head_count_gap'])
    expect(settlingFaults({ ...whole, achieved: null })).toEqual(['no_head_count'])
    expect(settlingFaults({ ...whole, achieved: null, counts: false })).toEqual([])
  })

  it('and not while money is on its way, is missing, or is more than was granted', () => {
    const [advance, balance] = whole.payments
    expect(settlingFaults({ ...whole, payments: [advance!] })).toEqual(['paid_below'])
    expect(settlingFaults({ ...whole, payments: [advance!, through('balance', [3000])] })).toEqual([
      'payment_open',
    ])
    expect(
      settlingFaults({ ...whole, payments: [advance!, balance!, through('balance', [1, 1, 1])] }),
    ).toEqual(['paid_above'])
    expect(
      settlingFaults({ ...whole, payments: [advance!, through('balance', [3000, 3000, 2500])] }),
    ).toEqual(['passed_differs'])
  })
})
