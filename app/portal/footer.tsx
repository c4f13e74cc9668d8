import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export function Footer() {
  const { t } = useTranslation('portal')
  return (
    <footer className="foot">
      <div className="wrap row small">
        <Link to="/">{t('allNetworks')}</Link>
        <Link to="/annuaire">{t('nationalDirectory')}</Link>
        <span className="muted grow">{t('freeSoftware')}</span>
      </div>
    </footer>
  )
}
