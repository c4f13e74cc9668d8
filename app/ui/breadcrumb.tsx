import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** Where this page is; the last name is the page itself, and no link. */
export function Breadcrumb({ trail, here }: { trail: { to: string; label: string }[]; here: string }) {
  const { t } = useTranslation('ui')
  return (
    <nav className="crumbs" aria-label={t('breadcrumb')}>
      <ol>
        {trail.map(({ to, label }) => (
          <li key={to}>
            <Link to={to}>{label}</Link>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}
