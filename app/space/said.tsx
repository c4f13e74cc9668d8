import type { ReactNode } from 'react'

/** A page that says one thing, and where to go from there. */
export function Said({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <div className="wrap page narrow stack">
      <h1>{title}</h1>
      <p role="status">{text}</p>
      {children}
    </div>
  )
}
