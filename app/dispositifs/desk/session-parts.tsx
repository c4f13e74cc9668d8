import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The pages of one session: `path` under its own address, and its name in `sessionParts`. */
const PARTS = [
  // One line each.
  { path: '', key: 'dossiers' },
  { path: 'suivi', key: 'follow' },
  { path: 'decisions', key: 'decisions' },
  { path: 'lettres', key: 'letters' },
  { path: 'laureats', key: 'laureates' },
  { path: 'instruction', key: 'instruction' },
  { path: 'commune', key: 'frame' },
] as const

/** What a session's pages have in common: where one is among them. */
export function SessionParts({ base }: { base: string }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="tab-links" aria-label={t('sessionParts.label')}>
      {PARTS.map(({ path, key }) => (
        <NavLink key={key} to={path ? `${base}/${path}` : base} end>
          {t(`sessionParts.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
