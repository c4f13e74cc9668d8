import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, NavLink, Outlet, useLocation, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { crm } from '#server/crm/permissions.ts'
import { guard } from '../guard.server.ts'
import { LanguageSwitch } from '../portal/top-bar.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { Mark } from '../ui/mark.tsx'

export function loader(args: LoaderFunctionArgs) {
  guard(args, crm['organisation:read'])
  return null
}

export default function DeskLayout() {
  const { t } = useTranslation('crm')
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const location = useLocation()
  if (!shell?.network) return <Outlet />
  const { network } = shell
  const home = `/${network.slug}/bureau`
  const others = shell.desks.filter((desk) => desk.slug !== network.slug)
  return (
    <div className="desk">
      <header className="rail">
        <Link className="logo" to={home}>
          <Mark initials={network.brand.initials} />
          {network.name}
        </Link>
        <nav aria-label={t('deskNav')}>
          <NavLink to={home} end>
            {t('deskHome')}
          </NavLink>
          <p className="mission">{t('missionObserve')}</p>
          <NavLink to={`${home}/structures`}>{t('organisations')}</NavLink>
          {network.modules.includes('directory') ? (
            <Link to={`/${network.slug}/annuaire`}>{t('publicDirectory')}</Link>
          ) : null}
          {others.length > 0 ? <p className="mission">{t('otherNetworks')}</p> : null}
          {others.map((desk) => (
            <Link key={desk.slug} to={`/${desk.slug}/bureau`}>
              {desk.name}
            </Link>
          ))}
        </nav>
        <div className="rail-foot">
          <p className="small">{shell.account?.name}</p>
          <LanguageSwitch here={location.pathname + location.search} />
          <Form method="post" action="/compte/deconnexion" reloadDocument>
            <button className="btn sm quiet" type="submit">
              {t('common:signOut')}
            </button>
          </Form>
        </div>
      </header>
      <main id="contenu">
        <Outlet />
      </main>
    </div>
  )
}
