import { type ReactNode, useId } from 'react'

/** A question with several controls, its help and its fault: where the summary of faults leads. */
export function Grouped(props: {
  name: string
  label: string
  hint?: string
  fault?: string
  className?: string
  children: ReactNode
}) {
  const { name, label, hint, fault, className = 'choices', children } = props
  const id = useId()
  const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <fieldset
      className={className}
      id={name}
      data-field={name}
      tabIndex={-1}
      aria-describedby={told || undefined}
    >
      <legend>{label}</legend>
      {hint ? (
        <p className="small muted" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children}
      {fault ? (
        <p className="fault" id={`${id}-fault`}>
          {fault}
        </p>
      ) : null}
    </fieldset>
  )
}
