import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The head of a page about one's own organisation: the way back to it bears its name, however long. */
export function OwnHeading({ home, name, title }: { home: string; name: string; title: string }) {
  const { t } = useTranslation('space')
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={home}>{name}</Link>
      </nav>
      <h1>{title}</h1>
    </>
  )
}
