import { useTranslation } from 'react-i18next'
import { type OwnField, offered } from '#server/crm/own-field/own-field.ts'
import { Boxes } from '../../ui/boxes.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'

type Props = { field: OwnField; name: string; typed: string[]; fault?: string }

/** The control of a field of the network's own, by its type. */
export function OwnInput({ field, name, typed, fault }: Props) {
  const { t } = useTranslation('crm')
  const { label, help, type } = field
  const [first = ''] = typed
  const options = offered(field, typed).map((choice) => ({
    value: choice.key,
    label: choice.removed ? t('own.removedChoice', { label: choice.label }) : choice.label,
  }))
  if (type === 'choices')
    return (
      <fieldset className="choices" id={name}>
        <legend>{label}</legend>
        {help ? <p className="small muted">{help}</p> : null}
        <Boxes name={name} chosen={typed} choices={options} />
        {fault ? <p className="fault">{fault}</p> : null}
      </fieldset>
    )
  if (type === 'date')
    return (
      <DateField name={name} label={label} value={first} hint={help || undefined} fault={fault} optional />
    )
  return (
    <Field name={name} label={label} hint={help || undefined} fault={fault} optional>
      {(attributes) => {
        if (type === 'long_text')
          return <textarea {...attributes} name={name} rows={4} maxLength={5000} defaultValue={first} />
        if (type === 'choice' || type === 'yes_no') {
          const pairs =
            type === 'choice'
              ? options
              : [
                  { value: 'true', label: t('kernel:journal.yes') },
                  { value: 'false', label: t('kernel:journal.no') },
                ]
          return (
            <select {...attributes} name={name} defaultValue={first}>
              <option value="">{t('own.unsaid')}</option>
              {pairs.map(({ value, label: text }) => (
                <option key={value} value={value}>
                  {text}
                </option>
              ))}
            </select>
          )
        }
        return (
          <input
            {...attributes}
            name={name}
            defaultValue={first}
            maxLength={300}
            inputMode={type === 'number' ? 'decimal' : undefined}
          />
        )
      }}
    </Field>
  )
}
