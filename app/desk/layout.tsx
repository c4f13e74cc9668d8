import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, NavLink, Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { INSIDE } from '../inside-words.ts'
import type { loader as rootLoader } from '../root.tsx'
import { Mark } from '../ui/mark.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { railOf } from './layout.server.ts'
import { RailFoot } from './rail-foot.tsx'

export { insideWords as clientLoader } from '../inside-words.ts'
export const handle = INSIDE

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['desk:enter'])
  return answering(args, () => railOf(ctx))
}

/** The bureau: the five missions on the left, folded on a phone; what one works on beside. */
export default function DeskLayout() {
  const { t } = useTranslation('desk')
  const { missions, unread } = useLoaderData<typeof loader>()
  const network = useRouteLoaderData<typeof rootLoader>('root')?.network
  if (!network) return <Outlet />
  const home = `/${network.slug}/bureau`
  return (
    <div className="desk">
      <header className="rail">
        <Link className="logo" to={home}>
          <Mark initials={network.brand.initials} />
          {network.name}
        </Link>
        <details className="rail-menu">
          <summary>{t('menu')}</summary>
          <nav aria-label={t('nav')}>
            <NavLink to={home} end>
              {t('home')}
            </NavLink>
            {missions.map(({ key, name, entries }) => (
              <details key={key} className="mission" open>
                <summary>{name ?? t(`mission.${key}`)}</summary>
                {entries.map((entry) => (
                  <NavLink key={entry.key} to={`${home}/${entry.path}`}>
                    {t(`entry.${entry.key}`)}
                  </NavLink>
                ))}
              </details>
            ))}
            <Link to={`/${network.slug}`} reloadDocument>
              {t('publicSite')}
            </Link>
          </nav>
          <RailFoot unread={unread} network={network.slug} />
        </details>
      </header>
      <main id="contenu">
        <Outlet />
      </main>
      <Toasts />
    </div>
  )
}
