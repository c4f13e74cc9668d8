import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { readDate } from './read-date.ts'

type DateProps = {
  name: string
  label: string
  value?: string
  hint?: string
  fault?: string
  optional?: boolean
  min?: string
  max?: string
}

/** The browser's own date control; a date pasted as people write it is understood. */
export function DateField({ name, label, value, hint, fault, optional, min, max }: DateProps) {
  const { t } = useTranslation('ui')
  return (
    <Field name={name} label={label} hint={hint ?? t('date.hint')} fault={fault} optional={optional}>
      {(attributes) => (
        <input
          {...attributes}
          className="date"
          type="date"
          name={name}
          defaultValue={value}
          min={min}
          max={max}
          onPaste={(event) => {
            const day = readDate(event.clipboardData.getData('text'))
            if (!day) return
            event.preventDefault()
            event.currentTarget.value = day
          }}
        />
      )}
    </Field>
  )
}
