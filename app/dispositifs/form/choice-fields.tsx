import { useTranslation } from 'react-i18next'
import { Boxes } from '../../ui/boxes.tsx'
import type { Choice } from '../../ui/choice-search.ts'
import { Field } from '../../ui/field.tsx'
import { MultiSelect } from '../../ui/multi-select.tsx'
import { type FieldProps, useField, useFilling, useSaid } from './filling.ts'
import { Grouped } from './grouped.tsx'

/** More are easier to find in a list. */
const MOST_RADIOS = 7
const MOST_BOXES = 12

const useChoices = ({ field }: FieldProps): Choice[] => {
  const said = useSaid()
  return (field.choices ?? []).map(({ value, label }) => ({ value, label: said(label) }))
}

export function YesNoField({ field }: FieldProps) {
  const { t } = useTranslation('dispositifs')
  const choices = ['yes', 'no'].map((value) => ({ value, label: t(`form.${value}`) }))
  return <Radios field={field} choices={choices} />
}

export function ChoiceField({ field }: FieldProps) {
  const choices = useChoices({ field })
  return choices.length > MOST_RADIOS ? (
    <Listed field={field} groups={[{ key: 'all', choices }]} />
  ) : (
    <Radios field={field} choices={choices} />
  )
}

export function CountryField({ field }: FieldProps) {
  return <Listed field={field} groups={useFilling().sources.countries} />
}

/** What need not be answered can be unsaid. */
function Radios({ field, choices }: FieldProps & { choices: Choice[] }) {
  const { name, value, label, hint, fault } = useField(field)
  const { t } = useTranslation('dispositifs')
  const offered = field.required ? choices : [...choices, { value: '', label: t('form.unsaid') }]
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault}>
      <div className={field.type === 'yes_no' ? 'row' : 'boxes'}>
        {offered.map((choice) => (
          <label key={choice.value} className="box">
            <input
              type="radio"
              name={name}
              value={choice.value}
              defaultChecked={choice.value !== '' && choice.value === value}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </Grouped>
  )
}

type Groups = { key: string; label?: string; choices: Choice[] }[]

function Listed({ field, groups }: FieldProps & { groups: Groups }) {
  const { name, value, label, hint, fault, wanted } = useField(field)
  const { t } = useTranslation('dispositifs')
  return (
    <Field name={name} label={label} hint={hint} fault={fault}>
      {(attributes) => (
        <select {...attributes} {...wanted} className="middling" name={name} defaultValue={value}>
          <option value="">{t('form.choose')}</option>
          <Options groups={groups} />
        </select>
      )}
    </Field>
  )
}

/** A country may be in several zones; of a list where one is picked, the first that has it is enough. */
export function Options({ groups }: { groups: Groups }) {
  return groups.map((group) =>
    group.label ? (
      <optgroup key={group.key} label={group.label}>
        <Options groups={[{ key: group.key, choices: group.choices }]} />
      </optgroup>
    ) : (
      group.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))
    ),
  )
}

export function ChoicesField({ field }: FieldProps) {
  const { name, typed, label, hint, fault } = useField(field)
  const choices = useChoices({ field })
  if (choices.length > MOST_BOXES) return <Many field={field} groups={[{ key: 'all', choices }]} />
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault}>
      <Boxes name={name} chosen={typed.all(name)} choices={choices} />
    </Grouped>
  )
}

/** Countries, sectors, goals: found by a few letters. */
export function ManyField({ field }: FieldProps) {
  const { sources } = useFilling()
  if (field.type === 'countries') return <Many field={field} groups={sources.countries} />
  const choices = field.type === 'sectors' ? sources.sectors : sources.sdgs
  return <Many field={field} groups={[{ key: 'all', choices }]} />
}

function Many({ field, groups }: FieldProps & { groups: Groups }) {
  const { name, typed, label, hint, fault } = useField(field)
  return (
    <MultiSelect
      name={name}
      label={label}
      hint={hint}
      fault={fault}
      chosen={typed.all(name)}
      groups={groups}
    />
  )
}
