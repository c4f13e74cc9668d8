import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { Badge } from '../../ui/badge.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { toneOf } from './state-tone.ts'

type Item = {
  id: string
  number: number
  title: string
  state: DossierState
  holder: string
  hindering: string[]
  missing: number
  requested: string
  countries: string
  externalNumber: string | null
  externalStatus: string
  submittedOn: string
  assignee: string | null
}

/** The columns of an inbox: two that always stand, and those somebody chose. */
export function useDossierColumns(base: string, shown: string[]) {
  const { t } = useTranslation('dispositifs')
  const fixed: Column<Item>[] = [
    { key: 'number', label: t('column.number'), sorts: true, number: true, cell: ({ number }) => number },
    {
      key: 'title',
      label: t('column.title'),
      sorts: true,
      cell: ({ id, title }) => <Link to={`${base}/dossiers/${id}`}>{title || t('untitled')}</Link>,
    },
  ]
  const choice: Column<Item>[] = [
    { key: 'holder', label: t('column.holder'), sorts: true, cell: ({ holder }) => holder },
    {
      key: 'state',
      label: t('column.state'),
      sorts: true,
      cell: ({ state }) => <Badge tone={toneOf(state)} label={t(`state.${state}`)} />,
    },
    {
      key: 'hinders',
      label: t('column.hinders'),
      cell: ({ hindering, missing }) =>
        hindering.length > 0 ? (
          <Badge tone="bad" label={t('hinders', { count: hindering.length })} />
        ) : missing > 0 ? (
          <Badge tone="wait" label={t('missing', { count: missing })} />
        ) : (
          <Badge tone="ok" label={t('nothingHinders')} />
        ),
    },
    {
      key: 'requested',
      label: t('column.requested'),
      sorts: true,
      number: true,
      cell: ({ requested }) => requested,
    },
    { key: 'countries', label: t('column.countries'), cell: ({ countries }) => countries },
    {
      key: 'external',
      label: t('column.external'),
      cell: ({ externalNumber, externalStatus }) =>
        [externalNumber, externalStatus].filter(Boolean).join(' · '),
    },
    { key: 'submitted', label: t('column.submitted'), number: true, cell: ({ submittedOn }) => submittedOn },
    { key: 'assignee', label: t('column.assignee'), cell: ({ assignee }) => assignee ?? t('nobody') },
  ]
  return { choice, columns: [...fixed, ...choice.filter(({ key }) => shown.includes(key))] }
}
