import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { Settled } from './settled.tsx'

const MOST = 5000
/** Told aloud when so little is left: before, it would only be noise. */
const NEAR = 0.1

export function LongText({ field }: FieldProps) {
  const { name, value, label, hint, fault, wanted } = useField(field)
  const { answers, hydrated } = useFilling()
  const { t } = useTranslation('dispositifs')
  const most = field.maxLength ?? MOST
  const answer = answers[field.key]
  const left = most - (typeof answer === 'string' ? answer.length : 0)
  const count = hydrated
    ? t(left < 0 ? 'form.tooMany' : 'form.charactersLeft', { count: Math.abs(left) })
    : t('form.charactersMost', { count: most })
  return (
    <Field name={name} label={label} hint={hint} fault={fault}>
      {(attributes) => (
        <>
          <textarea {...attributes} {...wanted} name={name} rows={most > 1200 ? 8 : 4} defaultValue={value} />
          <Settled
            text={count}
            quiet={left > most * NEAR}
            className={left < 0 ? 'small fault' : 'small muted left'}
          />
        </>
      )}
    </Field>
  )
}
