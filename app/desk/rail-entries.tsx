import { NavLink, useLocation } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RailGroup as Group, RailEntry } from './layout.server.ts'

export function RailLink({ entry, home }: { entry: RailEntry; home: string }) {
  const { t } = useTranslation('desk')
  const { path, waiting } = entry
  return (
    <NavLink to={`${home}/${path}`}>
      {t(`entry.${entry.key}`)}
      <Waiting count={waiting} />
    </NavLink>
  )
}

/** Pages that go together: unfolded while one of them is open; what awaits there is counted outside too. */
export function RailGroup({ group, waiting, entries, home }: Group & { home: string }) {
  const { t } = useTranslation('desk')
  const { pathname } = useLocation()
  const here = entries.some(({ path }) => `${pathname}/`.startsWith(`${home}/${path}/`))
  const [open, setOpen] = useState(here)
  useEffect(() => setOpen(here), [here])
  return (
    <details className="rail-group" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t(`group.${group}`)}
        <Waiting count={open ? 0 : waiting} />
      </summary>
      {entries.map((entry) => (
        <RailLink key={entry.key} entry={entry} home={home} />
      ))}
    </details>
  )
}

function Waiting({ count }: { count: number }) {
  const { t } = useTranslation('desk')
  if (count === 0) return null
  return (
    <span className="waiting">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('waiting', { count })}</span>
    </span>
  )
}
