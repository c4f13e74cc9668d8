import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'

export type Moment = {
  key: string
  /** As people say it; `at` is the same for machines. */
  on: string
  at: string
  title: string
  href?: string
  text?: ReactNode
  /** What is still to come is drawn hollow, and its date says so. */
  ahead?: boolean
}

/** A story, the latest first. */
export function Timeline({ moments, label }: { moments: Moment[]; label: string }) {
  return (
    <ol className="time" aria-label={label}>
      {moments.map(({ key, on, at, title, href, text, ahead }) => (
        <li key={key} className={ahead ? 'ahead' : undefined}>
          <time className="small muted" dateTime={at}>
            {on}
          </time>
          <p className="time-title">{href ? <Link to={href}>{title}</Link> : title}</p>
          {text ? <div className="small">{text}</div> : null}
        </li>
      ))}
    </ol>
  )
}
