import { useTranslation } from 'react-i18next'
import { headCount } from '#server/dispositifs/head-count/head-count.schema.ts'
import { agrees, totals } from '#server/dispositifs/head-count/head-count.ts'
import { type FieldProps, useFilling } from './filling.ts'
import { gapWords } from './head-count-words.ts'
import { Settled } from './settled.tsx'

export function HeadCountGaps({ field }: FieldProps) {
  const { answers } = useFilling()
  const { t } = useTranslation('dispositifs')
  const read = headCount.safeParse(answers[field.key] ?? {})
  if (!read.success) return null
  const whole = agrees(read.data)
  const text = whole
    ? t('form.heads.agrees', { count: totals(read.data).all })
    : gapWords(read.data, t).join(' ')
  return (
    <div className={text ? (whole ? 'notice ok' : 'notice') : undefined}>
      <Settled text={text} />
    </div>
  )
}
