import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { YearView } from './year-view.server.ts'

type Line = YearView['outreach'][number]

/** What was done to make dispositifs known, and whom it reached. */
export function OutreachOfYear({ page }: { page: Pick<YearView, 'outreach' | 'base' | 'year'> }) {
  const { t } = useTranslation('dispositifs')
  const columns: Column<Line>[] = [
    {
      key: 'kind',
      label: t('follow.outreach.field.kind'),
      cell: ({ kind }) => t(`follow.outreach.kind.${kind}`),
    },
    { key: 'actions', label: t('follow.outreach.actions'), number: true, cell: ({ actions }) => actions },
    { key: 'schemes', label: t('follow.outreach.field.dispositifs'), cell: ({ schemes }) => schemes },
    { key: 'people', label: t('follow.outreach.field.people'), number: true, cell: ({ people }) => people },
    {
      key: 'organisations',
      label: t('follow.outreach.field.organisations'),
      number: true,
      cell: ({ organisations }) => organisations,
    },
  ]
  return (
    <section className="stack" aria-labelledby="bilan-promotion">
      <h2 id="bilan-promotion">{t('follow.outreach.year')}</h2>
      {page.outreach.length === 0 ? (
        <p>{t('follow.outreach.none')}</p>
      ) : (
        <DataTable
          caption={t('follow.outreach.year')}
          columns={columns}
          rows={page.outreach}
          rowKey={({ kind }) => kind}
        />
      )}
      <p>
        <Link to={`${page.base}/actions?annee=${page.year}`}>{t('follow.outreach.see')}</Link>
      </p>
    </section>
  )
}
