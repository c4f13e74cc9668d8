import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { NewPasswordField } from '../new-password-field.tsx'
import type { Refused } from '../refusal.server.ts'
import { useFault } from '../refusal.tsx'

/** Who is invited and has no account yet: a name is enough. */
export function NewPerson({ refused }: { refused: Refused | undefined }) {
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
  return (
    <Form method="post" className="stack" noValidate reloadDocument>
      <h2>{t('invitation.newTitle')}</h2>
      <Field label={t('invitation.name')} hint={t('invitation.nameHint')} fault={fault('name')}>
        {(attributes) => (
          <input
            {...attributes}
            name="name"
            autoComplete="name"
            defaultValue={refused?.typed.name}
            required
          />
        )}
      </Field>
      <details open={fault('password') !== undefined}>
        <summary>{t('invitation.choosePassword')}</summary>
        <div className="stack">
          <p className="small muted">{t('invitation.passwordOptional')}</p>
          <NewPasswordField label={t('invitation.password')} fault={fault('password')} optional />
        </div>
      </details>
      <button className="btn primary" type="submit" name="intent" value="nouveau">
        {t('invitation.accept')}
      </button>
    </Form>
  )
}
