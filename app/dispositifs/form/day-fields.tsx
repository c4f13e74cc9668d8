import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { type FieldProps, useField } from './filling.ts'
import { Grouped } from './grouped.tsx'

export function DayField({ field }: FieldProps) {
  const { name, value, label, hint, fault } = useField(field)
  return <DateField name={name} label={label} value={value} hint={hint} fault={fault} />
}

/** Both days are in it. */
export function PeriodField({ field }: FieldProps) {
  const { name, typed, label, hint, fault } = useField(field)
  const { t } = useTranslation('dispositifs')
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault}>
      <div className="range-days">
        {(['from', 'to'] as const).map((end) => (
          <DateField
            key={end}
            name={`${name}.${end}`}
            label={t(`form.${end}`)}
            value={typed.one(`${name}.${end}`)}
            hint=""
          />
        ))}
      </div>
    </Grouped>
  )
}
