import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Link,
  NavLink,
  Outlet,
  useLoaderData,
  useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { INSIDE } from '../inside-words.ts'
import { Failure, FailurePage } from '../portal/failure.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { Icon } from '../ui/icons.tsx'
import { Mark } from '../ui/mark.tsx'
import { Toasts } from '../ui/toasts.tsx'
import { keepFold, readFold } from './fold.ts'
import { railOf } from './layout.server.ts'
import { Palette } from './palette.tsx'
import { RailGroup, RailLink } from './rail-entries.tsx'
import { RailFoot } from './rail-foot.tsx'

export { insideWords as clientLoader } from '../inside-words.ts'
export const handle = INSIDE

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['desk:enter'])
  return answering(args, () => railOf(ctx))
}

export default function DeskLayout() {
  return (
    <Frame rail={useLoaderData<typeof loader>()}>
      <Outlet />
    </Frame>
  )
}

/** Said by the page itself, unless it failed: then what was refused says it. */
export const meta: MetaFunction<typeof loader, { root: typeof rootLoader }> = ({ error, matches }) => {
  if (!error) return []
  const network = matches.find(({ id }) => id === 'root')?.data?.network?.name
  return [{ title: isRouteErrorResponse(error) ? (error.data?.title ?? network) : network }]
}

/** A page of the bureau that fails leaves the bureau around it; who may not enter sees none of it. */
export function ErrorBoundary() {
  const rail = useRouteLoaderData<typeof loader>('desk/layout')
  if (!rail) return <FailurePage />
  return (
    <Frame rail={rail}>
      <Failure />
    </Frame>
  )
}

type Rail = ReturnType<typeof useLoaderData<typeof loader>>

/** The bureau: the five missions on the left, folded on a phone; what one works on beside. */
function Frame({ rail: { missions, unread }, children }: { rail: Rail; children: ReactNode }) {
  const { t } = useTranslation('desk')
  const network = useRouteLoaderData<typeof rootLoader>('root')?.network
  if (!network) return children
  const home = `/${network.slug}/bureau`
  return (
    <div className="desk">
      <header className="rail">
        <Link className="logo" to={home}>
          <Mark initials={network.brand.initials} />
          {network.name}
        </Link>
        <Palette network={network.slug} />
        <details className="rail-menu">
          <summary>
            {t('menu')}
            <Icon name="down" />
          </summary>
          <nav aria-label={t('nav')}>
            <NavLink to={home} end>
              {t('home')}
            </NavLink>
            {missions.map(({ key, name, entries }) => (
              <Mission key={key} name={key}>
                <summary>{name ?? t(`mission.${key}`)}</summary>
                {entries.map((entry) =>
                  'group' in entry && 'entries' in entry ? (
                    <RailGroup key={entry.group} {...entry} home={home} />
                  ) : (
                    <RailLink key={entry.key} entry={entry} home={home} />
                  ),
                )}
              </Mission>
            ))}
            <Link to={`/${network.slug}`} reloadDocument>
              {t('publicSite')}
            </Link>
          </nav>
          <RailFoot unread={unread} network={network.slug} />
        </details>
      </header>
      <main id="contenu">{children}</main>
      <Toasts />
    </div>
  )
}

/** Folded or not as it was left, on this device. */
function Mission({ name, children }: { name: string; children: ReactNode }) {
  const [open, setOpen] = useState(true)
  useEffect(() => setOpen(readFold(name) !== 'folded'), [name])
  return (
    <details
      className="mission"
      open={open}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open)
        keepFold(name, currentTarget.open ? 'open' : 'folded')
      }}
    >
      {children}
    </details>
  )
}
