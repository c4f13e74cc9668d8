import { useTranslation } from 'react-i18next'
import { Field } from '../ui/field.tsx'

export function EmailField({ fault, typed, label }: { fault?: string; typed?: string; label?: string }) {
  const { t } = useTranslation('identity')
  return (
    <Field label={label ?? t('email')} fault={fault}>
      {(attributes) => (
        <input
          {...attributes}
          type="email"
          name="email"
          autoComplete="username"
          defaultValue={typed}
          required
        />
      )}
    </Field>
  )
}
