import { Form, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { ColumnChoice } from '../../ui/column-choice.tsx'
import { type Column, DataTable, SortMenu } from '../../ui/data-table.tsx'
import { EmptyList, FailedList, LoadingList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Selection } from '../../ui/selection.tsx'
import { readColumns } from '../../ui/sorting.ts'
import type { Sample } from './sample.server.ts'
import { Section } from './section.tsx'

type Row = Sample['table']['rows'][number]

const CHOSEN = ['city', 'members', 'since', 'state'] as const

export function Tables({ sample: { table } }: { sample: Pick<Sample, 'table'> }) {
  const { t } = useTranslation('dev')
  const [query] = useSearchParams()
  const shown = readColumns(query, CHOSEN, CHOSEN)
  const name: Column<Row> = { key: 'name', label: t('table.name'), sorts: true, cell: (row) => row.name }
  const others: (Column<Row> & { key: (typeof CHOSEN)[number] })[] = [
    { key: 'city', label: t('table.city'), sorts: true, cell: (row) => row.city },
    {
      key: 'members',
      label: t('table.members'),
      sorts: true,
      number: true,
      cell: (row) => t('ui:number', { value: row.members }),
    },
    { key: 'since', label: t('table.since'), sorts: true, number: true, cell: (row) => row.since },
    {
      key: 'state',
      label: t('table.state'),
      cell: ({ state }) => <Badge tone={state} label={t(`badge.${state}`)} />,
    },
  ]
  const columns = [name, ...others.filter(({ key }) => shown.includes(key))]
  return (
    <Section name="tables">
      <h3>{t('state.normal')}</h3>
      <div className="toolbar">
        <Form className="row search grow" method="get" role="search" preventScrollReset>
          <input type="search" name="q" aria-label={t('table.filter')} defaultValue={table.q} key={table.q} />
          <button className="btn" type="submit">
            {t('table.apply')}
          </button>
        </Form>
        <SortMenu columns={columns} sort={table.sort} />
        <ColumnChoice columns={others.map(({ key, label }) => ({ key, label }))} shown={shown} />
      </div>
      {table.rows.length === 0 ? (
        <EmptyList text={t('table.empty')} />
      ) : (
        <Selection
          bar={
            <>
              <button className="btn sm" type="submit" name="intent" value="exporter">
                {t('table.export')}
              </button>
              <button className="btn sm" type="submit" name="intent" value="archiver">
                {t('table.archive')}
              </button>
            </>
          }
        >
          <DataTable
            caption={t('table.caption')}
            columns={columns}
            rows={table.rows}
            rowKey={(row) => row.id}
            sort={table.sort}
            picking={{ name: 'id', label: (row) => t('table.tick', { name: row.name }) }}
          />
        </Selection>
      )}
      <Pagination page={2} pages={5} />
      <h3>{t('state.empty')}</h3>
      <EmptyList text={t('table.empty')}>
        <a className="btn primary" href="#tables">
          {t('table.add')}
        </a>
      </EmptyList>
      <h3>{t('state.loading')}</h3>
      <LoadingList lines={3} />
      <h3>{t('state.failed')}</h3>
      <FailedList retry="/dev/ui#tables" />
    </Section>
  )
}
