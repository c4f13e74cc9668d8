import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Props = {
  holders: { id: string; name: string }[]
  typed: Record<string, string | undefined>
  fault: (name: string) => string | undefined
}

/** Somebody invited to a dossier, by its holder or by the team. */
export function InviteForm({ holders, typed, fault }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <Form method="post" className="stack form" noValidate>
      <Field name="name" label={t('holder.editors.name')} fault={fault('name')}>
        {(attributes) => <input {...attributes} name="name" defaultValue={typed.name} />}
      </Field>
      <Field name="email" label={t('holder.editors.email')} fault={fault('email')}>
        {(attributes) => <input {...attributes} type="email" name="email" defaultValue={typed.email} />}
      </Field>
      <InvitedAs holders={holders} typed={typed} fault={fault} />
      <p>
        <button className="btn primary" type="submit" name="intent" value="inviter">
          {t('holder.editors.send')}
        </button>
      </p>
    </Form>
  )
}

/** Of which holder they are, where several carry the dossier, and what they may do in it. */
function InvitedAs({ holders, typed, fault }: Props) {
  const { t } = useTranslation('dispositifs')
  return (
    <>
      {holders.length > 1 ? (
        <Field name="organisationId" label={t('holder.editors.of')} fault={fault('organisationId')}>
          {(attributes) => (
            <select {...attributes} name="organisationId" defaultValue={typed.organisationId}>
              {holders.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <fieldset className="choices">
        <legend className="field-label">{t('holder.editors.access')}</legend>
        {(['write', 'read'] as const).map((access) => (
          <label key={access} className="check">
            <input
              type="radio"
              name="access"
              value={access}
              defaultChecked={(typed.access || 'write') === access}
            />
            <span>{t(access === 'write' ? 'holder.editors.mayWrite' : 'holder.editors.mayRead')}</span>
          </label>
        ))}
      </fieldset>
    </>
  )
}
