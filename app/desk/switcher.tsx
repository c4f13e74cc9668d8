import { useTranslation } from 'react-i18next'
import type { Place } from '../shell.server.ts'
import { Icon } from '../ui/icons.tsx'

type Props = { places: Place[]; current: string | undefined }

/** The networks a person has a role in; opens without script, and loads the other network's page. */
export function Switcher({ places, current }: Props) {
  const { t } = useTranslation('common')
  if (places.length === 0) return null
  return (
    <details className="switcher">
      <summary>
        {t('yourNetworks', { count: places.length })}
        <Icon name="down" />
      </summary>
      <Places places={places} current={current} />
    </details>
  )
}

/** Each network with what one is there. */
export function Places({ places, current }: Props) {
  const { t } = useTranslation('common')
  if (places.length === 0) return null
  return (
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
  )
}
