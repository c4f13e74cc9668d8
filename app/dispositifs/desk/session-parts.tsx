import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The pages of one session: `path` under its own address, and its name in `sessionParts`. */
const PARTS = [
  // One line each.
  { path: '', key: 'dossiers' },
  { path: 'instruction', key: 'instruction' },
  { path: 'decisions', key: 'decisions' },
  { path: 'suivi', key: 'follow' },
  { path: 'lettres', key: 'letters' },
  { path: 'laureats', key: 'laureates' },
  { path: 'commune', key: 'frame' },
] as const
export type SessionPart = (typeof PARTS)[number]['key']

/** What a session's pages have in common: where one is among them. */
export function SessionParts({ base, parts }: { base: string; parts: SessionPart[] }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="tab-links" aria-label={t('sessionParts.label')}>
      {PARTS.filter(({ key }) => parts.includes(key)).map(({ path, key }) => (
        <NavLink key={key} to={path ? `${base}/${path}` : base} end>
          {t(`sessionParts.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
