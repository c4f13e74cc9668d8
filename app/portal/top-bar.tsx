import { Form, Link, NavLink, useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Switcher } from '../desk/switcher.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { Mark } from '../ui/mark.tsx'

export type NavItem = { to: string; label: string; end?: boolean }

/** The frame of public pages: who this is, where one can go, who is signed in, in which language. */
export function TopBar({
  home,
  name,
  initials,
  items,
}: {
  home: string
  name: string
  initials: string
  items: NavItem[]
}) {
  const { t } = useTranslation('common')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const location = useLocation()
  const here = location.pathname + location.search
  return (
    <header className="top">
      <div className="wrap">
        <Link className="logo" to={home}>
          <Mark initials={initials} />
          {name}
        </Link>
        <nav className="nav grow" aria-label={t('mainNav')}>
          {items.map((item) => (
            <NavLink key={item.to} to={item.to} end={item.end ?? false}>
              {item.label}
            </NavLink>
          ))}
        </nav>
        <LanguageSwitch here={here} />
        {shell?.account ? (
          <>
            <Switcher places={shell.places} current={shell.network?.slug} />
            <Link className="btn sm quiet" to="/compte" reloadDocument>
              {shell.account.name}
            </Link>
            <Form method="post" action="/compte/deconnexion" reloadDocument>
              <button className="btn sm quiet" type="submit">
                {t('signOut')}
              </button>
            </Form>
          </>
        ) : (
          <Link className="btn sm" to={`/connexion?${new URLSearchParams({ retour: here })}`}>
            {t('signIn')}
          </Link>
        )}
      </div>
    </header>
  )
}

export function LanguageSwitch({ here }: { here: string }) {
  const { t, i18n } = useTranslation('common')
  const other = i18n.language === 'fr' ? 'en' : 'fr'
  return (
    <Form method="post" action="/compte/langue" reloadDocument>
      <input type="hidden" name="retour" value={here} />
      <button className="btn sm quiet" type="submit" name="langue" value={other} lang={other}>
        {t('otherLanguage')}
      </button>
    </Form>
  )
}
