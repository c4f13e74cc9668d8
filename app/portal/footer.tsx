import { Link, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { loader as rootLoader } from '../root.tsx'

const STATEMENTS = [
  { key: 'legal', path: '/mentions-legales' },
  { key: 'accessibility', path: '/accessibilite' },
  { key: 'privacy', path: '/confidentialite' },
]

export function Footer() {
  const { t } = useTranslation('portal')
  const network = useRouteLoaderData<typeof rootLoader>('root')?.network
  const home = network ? `/${network.slug}` : ''
  return (
    <footer className="foot">
      <div className="wrap row small">
        {network ? <Link to={`${home}/equipe`}>{t('text.team')}</Link> : null}
        {STATEMENTS.map(({ key, path }) => (
          <Link key={key} to={home + path}>
            {t(`text.${key}`)}
          </Link>
        ))}
        <Link to="/">{t('allNetworks')}</Link>
        <Link to="/annuaire">{t('nationalDirectory')}</Link>
        <span className="muted grow">{t('freeSoftware')}</span>
      </div>
    </footer>
  )
}
