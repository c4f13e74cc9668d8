import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { FilterWords } from '#server/crm/organisation/filter-words.ts'
import { Icon } from '../../ui/icons.tsx'

/** The filters in force, each to be taken off by a click; the order and the columns stay. */
export function FilterChips({ active }: { active: FilterWords[] }) {
  const { t } = useTranslation('crm')
  const [query] = useSearchParams()
  if (active.length === 0) return null
  const without = (gone: FilterWords[]) => {
    const next = new URLSearchParams(query)
    next.delete('page')
    for (const { name, value } of gone) next.delete(name, value)
    return `?${next}`
  }
  return (
    <ul className="chips" aria-label={t('filter.active')}>
      {active.map((filter) => (
        <li key={`${filter.name}=${filter.value}`}>
          <Link
            className="chip"
            to={without([filter])}
            aria-label={t('filter.remove', { filter: filter.label })}
            preventScrollReset
          >
            {filter.label}
            <Icon name="cross" />
          </Link>
        </li>
      ))}
      {active.length > 1 ? (
        <li>
          <Link className="btn sm quiet" to={without(active)} preventScrollReset>
            {t('filter.removeAll')}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
