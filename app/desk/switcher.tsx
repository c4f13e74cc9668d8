import { useTranslation } from 'react-i18next'
import type { Place } from '../shell.server.ts'

/** The networks a person has a role in, and which; opens without script, and loads the other network's page. */
export function Switcher({ places, current }: { places: Place[]; current?: string }) {
  const { t } = useTranslation('common')
  if (places.length === 0) return null
  return (
    <details className="switcher">
      <summary>{t('yourNetworks', { count: places.length })}</summary>
      <ul>
        {places.map(({ slug, name, home, roles }) => (
          <li key={slug}>
            <a href={home} aria-current={slug === current ? 'true' : undefined}>
              <strong>{name}</strong>
              <span className="small">{roles.map((role) => t(`role.${role}`)).join(', ')}</span>
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
