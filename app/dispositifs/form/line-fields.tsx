import type { InputHTMLAttributes } from 'react'
import { Field } from '../../ui/field.tsx'
import { MoneyField } from '../../ui/money-field.tsx'
import { type FieldProps, useField } from './filling.ts'

const CONTROLS: Record<string, InputHTMLAttributes<HTMLInputElement>> = {
  email: { type: 'email', autoComplete: 'email', className: 'middling' },
  phone: { type: 'tel', autoComplete: 'tel', className: 'short' },
  number: { inputMode: 'decimal', autoComplete: 'off', className: 'short' },
}

export function LineField({ field }: FieldProps) {
  const { name, value, label, hint, fault, wanted } = useField(field)
  return (
    <Field name={name} label={label} hint={hint} fault={fault}>
      {(attributes) => (
        <input
          type="text"
          {...CONTROLS[field.type]}
          {...attributes}
          {...wanted}
          name={name}
          defaultValue={value}
        />
      )}
    </Field>
  )
}

export function AmountField({ field }: FieldProps) {
  const { name, value, label, hint, fault } = useField(field)
  return <MoneyField name={name} label={label} value={value} hint={hint} fault={fault} />
}
