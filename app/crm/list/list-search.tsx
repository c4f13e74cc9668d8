import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { OrganisationFilters } from '#server/crm/organisation/organisation-filters.ts'
import type { FilterChoices } from './filter-choices.server.ts'
import { FilterPanel } from './filter-panel.tsx'

type Props = { q: string; filters: OrganisationFilters; choices: FilterChoices }

/** Words and filters are asked together; the order and the columns one chose stay. */
export function ListSearch({ q, filters, choices }: Props) {
  const { t } = useTranslation('crm')
  const [query] = useSearchParams()
  const kept = [...query].filter(([name]) => name === 'tri' || name === 'col')
  return (
    <Form method="get" role="search" className="stack">
      <div className="row search">
        <input
          key={q}
          className="grow"
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t('searchLabel')}
          placeholder={t('searchHint')}
        />
        <button className="btn" type="submit">
          {t('search')}
        </button>
      </div>
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <FilterPanel filters={filters} choices={choices} open={false} />
    </Form>
  )
}
