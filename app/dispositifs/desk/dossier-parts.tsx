import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The pages of one dossier: `path` under its own address, and its name in `dossierParts`. */
const PARTS = [
  // One line each.
  { path: '', key: 'dossier' },
  { path: 'echanges', key: 'thread' },
  { path: 'suivi', key: 'follow' },
  { path: 'instruction', key: 'instruction' },
  { path: 'rapprocher', key: 'rehome' },
] as const

/** What a dossier's pages have in common: where one is among them. */
export function DossierParts({ base }: { base: string }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="tab-links" aria-label={t('dossierParts.label')}>
      {PARTS.map(({ path, key }) => (
        <NavLink key={key} to={path ? `${base}/${path}` : base} end>
          {t(`dossierParts.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
