import type { TFunction } from 'i18next'
import type { Budget } from '#server/dispositifs/budget/budget.ts'
import { money } from '../figures.ts'

/** What a budget comes to, in sentences; `wrong` when it does not balance. */
export function budgetWords(budget: Budget, t: TFunction, locale: string) {
  const told = (cents: number) => money(cents, locale)
  const { income, expense, gapCents, inKindGapCents, requestedCents, baseCents, shareBasisPoints } = budget
  const isEmpty = !(income.cashCents || expense.cashCents || income.inKindCents || expense.inKindCents)
  if (isEmpty) return { wrong: false, sentences: [t('dispositifs:form.balance.empty')] }
  const sides = { income: told(income.cashCents), expense: told(expense.cashCents) }
  const cash =
    gapCents === 0
      ? t('dispositifs:form.balance.even', { amount: sides.expense })
      : t(gapCents < 0 ? 'dispositifs:form.balance.short' : 'dispositifs:form.balance.over', {
          gap: told(Math.abs(gapCents)),
          ...sides,
        })
  const kinds = { income: told(income.inKindCents), expense: told(expense.inKindCents) }
  const inKind =
    inKindGapCents === 0
      ? income.inKindCents && t('dispositifs:form.balance.inKind', { amount: kinds.income })
      : t('dispositifs:form.balance.inKindOff', { gap: told(Math.abs(inKindGapCents)), ...kinds })
  const share =
    requestedCents && shareBasisPoints !== null
      ? t('dispositifs:form.balance.share', {
          ...{ amount: told(requestedCents), base: told(baseCents) },
          share: shareBasisPoints / 10_000,
        })
      : 0
  return {
    wrong: gapCents !== 0 || inKindGapCents !== 0,
    sentences: [cash, inKind, share].filter((sentence): sentence is string => Boolean(sentence)),
  }
}
