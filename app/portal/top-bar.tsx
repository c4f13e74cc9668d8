import { Form, Link, NavLink, useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Places } from '../desk/switcher.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { Icon } from '../ui/icons.tsx'
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
  const [only, ...others] = shell?.places ?? []
  const place = shell?.network
    ? shell.places.find(({ slug }) => slug === shell.network?.slug)
    : others.length === 0
      ? only
      : undefined
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
        {shell?.account ? null : <LanguageSwitch here={here} />}
        {shell?.account ? (
          <>
            {place ? (
              <Link className="btn sm" to={place.home} reloadDocument>
                {t(place.isDesk ? 'toDesk' : 'toSpace')}
              </Link>
            ) : null}
            <details className="switcher">
              <summary>
                <span className="wide-only">{shell.account.name}</span>
                <span className="phone-only">{shell.account.name.split(' ')[0]}</span>
                <Icon name="down" />
              </summary>
              <div>
                <Places places={shell.places} current={shell.network?.slug} />
                <Link to="/compte" reloadDocument>
                  {t('account')}
                </Link>
                <LanguageSwitch here={here} />
                <SignOut network={shell.network?.slug} />
              </div>
            </details>
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
    <Form method="post" action="/compte/langue" className="language" reloadDocument>
      <input type="hidden" name="retour" value={here} />
      <button className="btn sm quiet" type="submit" name="langue" value={other} lang={other}>
        {t('otherLanguage')}
      </button>
    </Form>
  )
}

/** The way out leads back to where one is: a network's own site, or the portal. */
export function SignOut({ network }: { network: string | undefined }) {
  const { t } = useTranslation('common')
  return (
    <Form method="post" action="/compte/deconnexion" reloadDocument>
      <input type="hidden" name="retour" value={network ? `/${network}` : '/'} />
      <button className="btn sm quiet" type="submit">
        {t('signOut')}
      </button>
    </Form>
  )
}
