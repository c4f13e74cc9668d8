import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The way to what was not read yet; the count is said in words to who does not see it. */
export function Bell({ network, count }: { network: string; count: number }) {
  const { t } = useTranslation('notifications')
  const said = count === 0 ? t('bellNone') : t('bell', { unread: t('unread', { count }) })
  return (
    <Link className="btn quiet" to={`/${network}/espace/notifications`} aria-label={said} title={said}>
      <svg
        width="20"
        height="20"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path
          d="M5 8a5 5 0 0 1 10 0c0 4.5 2 5.5 2 5.5H3S5 12.5 5 8ZM8.2 16.5a2 2 0 0 0 3.6 0"
          strokeLinejoin="round"
        />
      </svg>
      {count > 0 ? <span className="num">{count > 99 ? '99+' : count}</span> : null}
    </Link>
  )
}
