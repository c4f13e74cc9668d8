import type { ReactNode } from 'react'

/** A part that making a record seldom needs: its title and what it holds, until it is opened. Needs no script. */
export function FoldedPart(props: { title: string; about: string; open: boolean; children: ReactNode }) {
  const { title, about, open, children } = props
  return (
    <details className="card stack" open={open}>
      <summary>
        <h2>{title}</h2>
        <span className="small muted">{about}</span>
      </summary>
      <fieldset className="stack">
        <legend className="sr-only">{title}</legend>
        {children}
      </fieldset>
    </details>
  )
}
