import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

type Attributes = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

/** A label, a hint, and what is wrong said at the field, all tied to the control for screen readers. */
export function Field(props: {
  label: string
  /** The control's: where the error summary leads without script. */
  name?: string
  hint?: string
  fault?: string
  optional?: boolean
  children: (attributes: Attributes) => ReactNode
}) {
  const { label, name, hint, fault, optional, children } = props
  const { t } = useTranslation('common')
  const id = useId()
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  const attributes: Attributes = {
    id,
    ...(told ? { 'aria-describedby': told } : {}),
    ...(fault ? { 'aria-invalid': true } : {}),
  }
  return (
    <div className="field" id={name}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional ? <span className="muted small"> {t('optional')}</span> : null}
      </label>
      {hint ? (
        <p className="small muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children(attributes)}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </div>
  )
}
