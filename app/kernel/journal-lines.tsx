import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { ShownChange } from './journal-view.server.ts'

type Line = { id: string; on: string; sentence: string; href: string | null; changes: ShownChange[] }

/** What was done, by whom, from what to what: the last first. */
export function JournalLines({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('kernel')
  return (
    <ol className="time">
      {lines.map((line) => (
        <li key={line.id}>
          <span className="small muted">{line.on}</span>
          <div>{line.href ? <Link to={line.href}>{line.sentence}</Link> : line.sentence}</div>
          {line.changes.length > 0 ? (
            <div className="small muted">
              {line.changes.map(({ field, from, to }) => (
                <div key={field}>
                  {from === null
                    ? t('journal.set', { field, to: to ?? t('journal.empty') })
                    : t('journal.changed', { field, from, to: to ?? t('journal.empty') })}
                </div>
              ))}
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  )
}
