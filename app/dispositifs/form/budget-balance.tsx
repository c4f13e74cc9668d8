import { useTranslation } from 'react-i18next'
import { budgetTotals } from './budget-totals.ts'
import { budgetWords } from './budget-words.ts'
import { type FieldProps, useFilling } from './filling.ts'
import { Settled } from './settled.tsx'

export function BudgetBalance({ field }: FieldProps) {
  const { answers } = useFilling()
  const { t, i18n } = useTranslation('dispositifs')
  const { wrong, sentences } = budgetWords(budgetTotals(answers[field.key]), t, i18n.language)
  return (
    <div className={wrong ? 'notice' : 'notice ok'}>
      <Settled text={sentences.join(' ')} />
    </div>
  )
}
