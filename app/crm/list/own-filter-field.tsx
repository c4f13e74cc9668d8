import { useTranslation } from 'react-i18next'
import type { OwnFilter } from '#server/crm/organisation/organisation-filters.ts'
import type { OwnField } from '#server/crm/own-field/own-field.ts'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'

/** How a field of the network's own is asked: among its choices, between two bounds, or filled. */
export function OwnFilterField({ field, filter }: { field: OwnField; filter?: OwnFilter }) {
  const { t } = useTranslation('crm')
  const { key, label, type } = field
  const name = `champ.${key}`
  if (type === 'choice' || type === 'choices') {
    const groups = [
      {
        key: 'all',
        choices: field.choices.map((one) => ({
          value: one.key,
          label: one.removed ? t('own.removedChoice', { label: one.label }) : one.label,
        })),
      },
    ]
    const chosen = filter?.values ?? []
    return <MultiSelect key={chosen.join()} name={name} label={label} groups={groups} chosen={chosen} />
  }
  if (type === 'number' || type === 'date')
    return (
      <fieldset className="range">
        <legend className="field-label">{label}</legend>
        <div className="row">
          {(['de', 'a'] as const).map((part) => (
            <label key={part}>
              <span className="small muted">{t(`filter.bound.${part}`)}</span>{' '}
              <input
                type={type}
                step={type === 'number' ? 'any' : undefined}
                name={`${name}.${part}`}
                defaultValue={(part === 'de' ? filter?.from : filter?.to) ?? ''}
              />
            </label>
          ))}
        </div>
      </fieldset>
    )
  const options =
    type === 'yes_no'
      ? [
          ['true', t('kernel:journal.yes')],
          ['false', t('kernel:journal.no')],
        ]
      : [
          ['1', t('filter.isFilled')],
          ['0', t('filter.isUnfilled')],
        ]
  const value =
    type === 'yes_no'
      ? (filter?.values?.[0] ?? '')
      : filter?.filled === undefined
        ? ''
        : filter.filled
          ? '1'
          : '0'
  return (
    <Field label={label}>
      {(attributes) => (
        <select
          {...attributes}
          key={value}
          name={type === 'yes_no' ? name : `${name}.rempli`}
          defaultValue={value}
        >
          <option value="">{t('filter.any')}</option>
          {options.map(([option, text]) => (
            <option key={option} value={option}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
