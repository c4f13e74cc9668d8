import type { LoaderFunctionArgs } from '@remix-run/node'
import { NavLink, Outlet, useLoaderData, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { countUnread } from '#server/kernel/notifications/count-unread.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { INSIDE } from '../inside-words.ts'
import { Bell } from '../kernel/notifications/bell.tsx'
import { Footer } from '../portal/footer.tsx'
import { TopBar } from '../portal/top-bar.tsx'
import type { loader as rootLoader } from '../root.tsx'

export { insideWords as clientLoader } from '../inside-words.ts'
export const handle = INSIDE

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['space:enter'])
  const here = ctx.network.modules.includes('dispositifs')
  return {
    dossiers: here && may(ctx, dispositifs['dossier:hold']),
    instructs: here && may(ctx, dispositifs['instruction:read']),
    unread: await answering(args, () => countUnread(ctx)),
    sponsors: here && may(ctx, dispositifs['sponsorship:own']),
  }
}

/** The member space: for whoever has a role in the network, in its public frame. */
export default function SpaceLayout() {
  const { t } = useTranslation('desk')
  const { unread, dossiers, instructs, sponsors } = useLoaderData<typeof loader>()
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  if (!shell?.network) return <Outlet />
  const { slug, name, brand } = shell.network
  const items = [{ to: `/${slug}`, label: t('publicSite'), end: true }]
  return (
    <>
      <TopBar home={`/${slug}`} name={name} initials={brand.initials} items={items} />
      <main id="contenu">
        <nav className="wrap nav" aria-label={t('spaceNav')}>
          <NavLink to={`/${slug}/espace`} end>
            {t('mySpace')}
          </NavLink>
          {sponsors ? (
            <NavLink to={`/${slug}/espace/parrainages`}>{t('dispositifs:follow.own.title')}</NavLink>
          ) : null}
          {instructs ? (
            <NavLink to={`/${slug}/espace/instruction`}>{t('dispositifs:jury.own.title')}</NavLink>
          ) : null}
          {dossiers ? <NavLink to={`/${slug}/espace/dossiers`}>{t('myDossiers')}</NavLink> : null}
          <NavLink to={`/${slug}/espace/notifications`}>{t('notices')}</NavLink>
          <Bell network={slug} count={unread} />
        </nav>
        <Outlet />
      </main>
      <Footer />
    </>
  )
}
