import { Link, useLocation, useRouteLoaderData } from '@remix-run/react'
import { Bell } from '../kernel/notifications/bell.tsx'
import { LanguageSwitch, SignOut } from '../portal/top-bar.tsx'
import type { loader as rootLoader } from '../root.tsx'
import { Switcher } from './switcher.tsx'

/** Who is signed in, what they were told, their other networks, the language, the way out. */
export function RailFoot({ network, unread }: { network: string; unread: number }) {
  const shell = useRouteLoaderData<typeof rootLoader>('root')
  const { pathname, search } = useLocation()
  return (
    <div className="rail-foot">
      <p className="row">
        <Link to="/compte" reloadDocument>
          {shell?.account?.name}
        </Link>
        <Bell network={network} count={unread} />
      </p>
      <Switcher places={shell?.places ?? []} current={network} />
      <LanguageSwitch here={pathname + search} />
      <SignOut network={network} />
    </div>
  )
}
