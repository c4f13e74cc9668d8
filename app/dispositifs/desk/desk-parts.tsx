import { NavLink } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

const PARTS = [
  // One line each.
  { path: '', key: 'list' },
  { path: '/jurys', key: 'sittings' },
  { path: '/vivier', key: 'pool' },
  { path: '/marraines', key: 'sponsors' },
  { path: '/actions', key: 'actions' },
  { path: '/communes', key: 'shared' },
  { path: '/bilan', key: 'year' },
] as const

/** The pages of a network's dispositifs that are about none of them alone. */
export function DeskParts({ base }: { base: string }) {
  const { t } = useTranslation('dispositifs')
  return (
    <nav className="tab-links" aria-label={t('deskParts.label')}>
      {PARTS.map(({ path, key }) => (
        <NavLink key={key} to={base + path} end>
          {t(`deskParts.${key}`)}
        </NavLink>
      ))}
    </nav>
  )
}
