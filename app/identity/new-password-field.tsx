import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { waysMet } from '#server/identity/door/password-rule.ts'
import { Field } from '../ui/field.tsx'

const WAYS = ['twelve', 'fourteen', 'phrase'] as const

/** A password one chooses, with the three ways to choose a good one; says which is met as one types. */
export function NewPasswordField(props: { label: string; fault?: string; optional?: boolean }) {
  const { label, fault, optional } = props
  const { t } = useTranslation('identity')
  const [password, setPassword] = useState('')
  const [met] = waysMet(password)
  return (
    <>
      <div className="small muted">
        <p>{t('rule.intro')}</p>
        <ul>
          {WAYS.map((way) => (
            <li key={way}>{t(`rule.${way}`)}</li>
          ))}
        </ul>
      </div>
      <Field label={label} fault={fault}>
        {(attributes) => (
          <input
            {...attributes}
            type="password"
            name="password"
            autoComplete="new-password"
            onChange={(event) => setPassword(event.target.value)}
            required={!optional}
          />
        )}
      </Field>
      <p className="small" role="status">
        {password ? (met ? t('rule.met', { way: t(`rule.${met}`) }) : t('rule.notYet')) : null}
      </p>
    </>
  )
}
