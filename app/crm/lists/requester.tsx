import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'

type Given = { typed: Record<string, string>; fault: (name: string) => string | undefined }

/** Whoever asked for the list; left empty, the team takes it for itself. */
export function Requester({ typed, fault }: Given) {
  const { t } = useTranslation('crm')
  const fields = [
    ['demandeur', 'requester', 120],
    ['organisme', 'requesterOrganisation', 200],
    ['contact', 'requesterContact', 200],
  ] as const
  return (
    <fieldset className="stack">
      <legend className="field-label">{t('lists.forWhom')}</legend>
      <p className="small muted">{t('lists.forWhomHint')}</p>
      {fields.map(([name, key, most]) => (
        <Field key={name} label={t(`lists.${key}`)} fault={fault(key)} optional>
          {(attributes) => (
            <input
              {...attributes}
              name={name}
              defaultValue={typed[name] ?? ''}
              maxLength={most}
              autoComplete="off"
            />
          )}
        </Field>
      ))}
    </fieldset>
  )
}
