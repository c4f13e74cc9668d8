import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Nothing yet, or nothing found: what this list is for, and one thing to do. */
export function EmptyList({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  )
}

/** Grey lines where rows will be; said once to who does not see them. */
export function LoadingList({ lines = 4 }: { lines?: number }) {
  const { t } = useTranslation('ui')
  return (
    <div className="loading" role="status">
      <span className="sr-only">{t('table.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
        <i key={line} aria-hidden="true" />
      ))}
    </div>
  )
}

/** It could not be read: nothing is lost, and one can ask again. */
export function FailedList({ retry }: { retry: string }) {
  const { t } = useTranslation('ui')
  return (
    <div className="notice bad row" role="alert">
      <p className="grow">{t('table.failed')}</p>
      <Link className="btn sm" to={retry}>
        {t('table.retry')}
      </Link>
    </div>
  )
}
