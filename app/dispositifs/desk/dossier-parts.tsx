import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

/** The pages of one dossier: `path` under its own address, and its name in `dossierParts`. */
const PARTS = [
  // One line each.
  { path: '', key: 'dossier' },
  { path: 'porteur', key: 'holder' },
  { path: 'pieces', key: 'papers' },
  { path: 'instruction', key: 'instruction' },
  { path: 'suivi', key: 'follow' },
  { path: 'echanges', key: 'thread' },
  { path: 'rapprocher', key: 'rehome' },
] as const
export type DossierPart = (typeof PARTS)[number]['key']

/** What a dossier's pages have in common: where one is among them. */
export function DossierParts({ base, parts }: { base: string; parts: DossierPart[] }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="tab-links" aria-label={t('dossierParts.label')}>
      {PARTS.filter(({ key }) => parts.includes(key)).map(({ path, key }) => (
        <NavLink key={key} to={path ? `${base}/${path}` : base} end>
          {t(`dossierParts.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
