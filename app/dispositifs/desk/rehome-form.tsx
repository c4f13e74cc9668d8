import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

const INTENT = { merge: 'fusionner', transfer: 'transferer' } as const

type Props = {
  kind: keyof typeof INTENT
  name: string
  choices: { value: string; label: string }[]
  refused?: { typed: { chosen: string; reason: string }; faults: Record<string, string> }
}

/** With which dossier, or to which session, and why. */
export function RehomeForm({ kind, name, choices, refused }: Props) {
  const { t } = useTranslation('dispositifs')
  const fault = (field: string) => (refused?.faults[field] ? t(`faults.${refused.faults[field]}`) : undefined)
  return (
    <>
      <Field label={t(`rehome.${kind}With`)} name={name} fault={fault('chosen')}>
        {(attributes) => (
          <select {...attributes} name={name} defaultValue={refused?.typed.chosen ?? ''}>
            <option value="">{t('rehome.choose')}</option>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('move.reason')} hint={t('move.reasonHint')} name="motif" fault={fault('reason')}>
        {(attributes) => (
          <textarea
            {...attributes}
            name="motif"
            rows={3}
            maxLength={2000}
            defaultValue={refused?.typed.reason}
          />
        )}
      </Field>
      <div>
        <ConfirmSubmit
          label={t(`rehome.${kind}`)}
          question={t(`rehome.${kind}Question`)}
          consequence={t(`rehome.${kind}Consequence`)}
          name="intent"
          value={INTENT[kind]}
        />
      </div>
    </>
  )
}
