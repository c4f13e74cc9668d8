import { Outlet } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Footer } from './footer.tsx'
import { TopBar } from './top-bar.tsx'

export default function PortalLayout() {
  const { t } = useTranslation('portal')
  const items = [
    { to: '/', label: t('networks'), end: true },
    { to: '/annuaire', label: t('nationalDirectory') },
    { to: '/projets', label: t('projects') },
  ]
  return (
    <>
      <TopBar home="/" name={t('product')} initials={t('productInitials')} items={items} />
      <main id="contenu">
        <Outlet />
      </main>
      <Footer />
    </>
  )
}
