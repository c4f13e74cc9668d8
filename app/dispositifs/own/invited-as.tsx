import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Props = {
  holders: { id: string; name: string }[]
  typed: Record<string, string | undefined>
  fault: (name: string) => string | undefined
}

/** Of which holder somebody is, where several carry the dossier, and what they may do in it. */
export function InvitedAs({ holders, typed, fault }: Props) {
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
