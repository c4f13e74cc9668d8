import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table.tsx'

export type Item = {
  id: string
  name: string
  acronym: string | null
  kind: string
  place: string
  outside: boolean
  published: boolean
  updatedOn: string
}

/** Columns of the list: the name always, then those one chose. */
export function useColumns(shown: string[]) {
  const { t } = useTranslation('crm')
  const name: Column<Item> = {
    key: 'name',
    label: t('field.name'),
    sorts: true,
    cell: (item) => (
      <>
        <Link to={item.id}>{item.name}</Link>
        {item.acronym ? <span className="muted">{` ${item.acronym}`}</span> : null}
      </>
    ),
  }
  const choice: Column<Item>[] = [
    { key: 'type', label: t('field.type'), sorts: true, cell: (item) => item.kind },
    {
      key: 'place',
      label: t('place'),
      sorts: true,
      cell: (item) => (
        <>
          {item.place}
          {item.outside ? (
            <>
              {' '}
              <Badge tone="neutral" label={t('outside')} />
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'directory',
      label: t('directory'),
      sorts: true,
      cell: ({ published }) => (
        <Badge
          tone={published ? 'ok' : 'neutral'}
          label={published ? t('publishedShort') : t('unpublishedShort')}
        />
      ),
    },
    { key: 'updated', label: t('updated'), sorts: true, number: true, cell: (item) => item.updatedOn },
  ]
  return { choice, columns: [name, ...choice.filter(({ key }) => shown.includes(key))] }
}
