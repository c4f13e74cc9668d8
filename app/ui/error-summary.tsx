import { useEffect, useRef } from 'react'

/**
 * After a refusal: how much is to mend, said first and read aloud, each fault a link to its field. A
 * new `refusal` object takes the focus again, even for the same faults.
 */
export function ErrorSummary(props: {
  title: string
  faults: { name: string; label: string }[]
  refusal: unknown
}) {
  const { title, faults, refusal } = props
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new refusal takes the focus
  useEffect(() => box.current?.focus(), [refusal])
  if (faults.length === 0) return null
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={box}>
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="fault-list">
        {faults.map(({ name, label }) => (
          <li key={name}>
            <a href={`#${name}`} onClick={(event) => goTo(event, name)}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The control of that name, wherever its identifier was made. */
function goTo(event: React.MouseEvent, name: string) {
  const form = event.currentTarget.closest('form')
  const control = form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type=hidden])`)
  const field = control ?? form?.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`)
  if (!field) return
  event.preventDefault()
  field.closest('details')?.setAttribute('open', '')
  field.focus()
  field.scrollIntoView({ block: 'center' })
}
