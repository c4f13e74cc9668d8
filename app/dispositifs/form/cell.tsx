import { createContext, type InputHTMLAttributes, useContext, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Field } from '#server/dispositifs/form/form.schema.ts'
import { answersOfForm } from './answers-of-form.ts'
import { cellFaults } from './cell-faults.ts'
import { useFilling } from './filling.ts'

/** What is wrong in each control of a field of several, by its name. */
const Faults = createContext<ReadonlyMap<string, string>>(new Map())

/** Told once the field was judged: nobody is scolded while typing. */
export function CellFaults({ field, children }: { field: Field; children: React.ReactNode }) {
  const { definition, typed, faults } = useFilling()
  const found =
    faults[field.key] && faults[field.key] !== 'missing'
      ? cellFaults(field, answersOfForm(definition, typed)[field.key])
      : new Map<string, string>()
  return <Faults.Provider value={found}>{children}</Faults.Provider>
}

/** Attributes of a control, and its fault under it. */
export function useCell(name: string) {
  const { typed } = useFilling()
  const { t } = useTranslation('dispositifs')
  const id = useId()
  const code = useContext(Faults).get(name)
  return {
    attributes: {
      name,
      'data-field': name,
      ...(code ? { 'aria-invalid': true as const, 'aria-describedby': id } : {}),
    },
    value: typed.one(name),
    checked: typed.has(name),
    fault: code ? (
      <p className="fault" id={id}>
        {t(`faults.${code}`)}
      </p>
    ) : null,
  }
}

type TextCellProps = { name: string; label: string; above?: string } & InputHTMLAttributes<HTMLInputElement>

/** `label` says its row too; `above` is what the eye needs where no column is named. */
export function TextCell({ name, label, above, ...others }: TextCellProps) {
  const { attributes, value, fault } = useCell(name)
  return (
    <span className="cell">
      <Above text={above} />
      <input autoComplete="off" {...others} {...attributes} aria-label={label} defaultValue={value} />
      {fault}
    </span>
  )
}

export function Above({ text }: { text?: string }) {
  return text ? (
    <span className="small muted above" aria-hidden="true">
      {text}
    </span>
  ) : null
}
