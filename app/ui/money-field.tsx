import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { readCents, writeCents } from './money.ts'

/** An amount as one types it; the server reads it with `readCents`, and keeps whole cents. */
export function MoneyField(props: {
  name: string
  label: string
  /** What was typed, or what `writeCents` made of the amount. */
  value?: string
  hint?: string
  fault?: string
  optional?: boolean
}) {
  const { name, label, value, hint, fault, optional } = props
  const { t, i18n } = useTranslation('ui')
  return (
    <Field name={name} label={label} hint={hint ?? t('moneyHint')} fault={fault} optional={optional}>
      {(attributes) => (
        <span className="money">
          <input
            {...attributes}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            name={name}
            defaultValue={value}
            onBlur={({ currentTarget }) => {
              const cents = readCents(currentTarget.value)
              if (cents !== null) currentTarget.value = writeCents(cents, i18n.language)
            }}
          />
          <span aria-hidden="true">€</span>
        </span>
      )}
    </Field>
  )
}
