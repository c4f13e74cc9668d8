import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import type { Faults, FormValues } from '../organisation-form.server.ts'

type Texts = { [Key in keyof FormValues]: FormValues[Key] extends string ? Key : never }[keyof FormValues]
type Filled = { values: FormValues; faults: Faults; fresh: boolean }

/** What a form holds, for the fields of its sections. */
export const FormFilled = createContext<Filled | null>(null)

export function useFilled(): Filled & {
  faultText: (name: keyof FormValues) => string | undefined
  holds: (...names: (keyof FormValues)[]) => boolean
} {
  const { t } = useTranslation('crm')
  const filled = useContext(FormFilled)
  if (!filled) throw new Error('a field of an organisation stands outside its form')
  const faultText = (name: keyof FormValues) => {
    const fault = filled.faults[name]
    return fault ? t(`faults.${fault.code}`, { choices: fault.choices?.join(', ') }) : undefined
  }
  const holds = (...names: (keyof FormValues)[]) =>
    names.some((name) => filled.faults[name] || String(filled.values[name]) !== '')
  return { ...filled, faultText, holds }
}

type Options = {
  name: Texts
  hint?: string
  type?: 'text' | 'email' | 'tel'
  optional?: boolean
  autoComplete?: string
}

export function TextField({ name, hint, type = 'text', optional = true, autoComplete }: Options) {
  const { t } = useTranslation('crm')
  const { values, faultText } = useFilled()
  return (
    <Field label={t(`field.${name}`)} name={name} hint={hint} fault={faultText(name)} optional={optional}>
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          name={name}
          defaultValue={values[name]}
          autoComplete={autoComplete}
        />
      )}
    </Field>
  )
}
