import { useTranslation } from 'react-i18next'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { OwnInput } from './own-input.tsx'

type Props = {
  fields: OwnField[]
  kindLabels: Record<string, string>
  typed: Record<string, string[]>
  faults?: Record<string, string>
}

/** The network's own fields in a record's form; one that not every kind has says which have it. */
export function OwnFieldset({ fields, kindLabels, typed, faults = {} }: Props) {
  const { t } = useTranslation('crm')
  if (fields.length === 0) return null
  return (
    <fieldset className="card stack">
      <legend>{t('own.section')}</legend>
      {fields.map((field) => {
        const only = field.kinds.map((kind) => kindLabels[kind] ?? kind).join(', ')
        const help = [field.help, only && t('own.onlyFor', { kinds: only })].filter(Boolean).join(' ')
        const fault = faults[field.key]
        return (
          <OwnInput
            key={field.key}
            field={{ ...field, help }}
            name={`champ.${field.key}`}
            typed={typed[field.key] ?? []}
            fault={fault ? t(`faults.${fault}`) : undefined}
          />
        )
      })}
    </fieldset>
  )
}
