import type { LoaderFunctionArgs } from '@remix-run/node'
import { NavLink, Outlet } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signedInAccount } from '../guard.server.ts'

const PAGES = [
  { to: '/compte', key: 'profile' },
  { to: '/compte/mot-de-passe', key: 'password' },
  { to: '/compte/adresse', key: 'address' },
  { to: '/compte/cles', key: 'passkeys' },
  { to: '/compte/sessions', key: 'sessions' },
  { to: '/compte/agendas', key: 'calendars' },
] as const

export function loader(args: LoaderFunctionArgs) {
  signedInAccount(args)
  return null
}

export default function AccountLayout() {
  const { t } = useTranslation('identity')
  return (
    <div className="wrap page">
      <h1>{t('account.title')}</h1>
      <nav className="nav" aria-label={t('account.nav')}>
        {PAGES.map(({ to, key }) => (
          <NavLink key={key} to={to} end>
            {t(`account.${key}`)}
          </NavLink>
        ))}
      </nav>
      <Outlet />
    </div>
  )
}
