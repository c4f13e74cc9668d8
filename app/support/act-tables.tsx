import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import type { shownAct } from './act-words.server.ts'

type ActRow = ReturnType<typeof shownAct>

export function ActTable({ rows, base }: { rows: ActRow[]; base: string }) {
  const { t } = useTranslation('support')
  const columns: Column<ActRow>[] = [
    {
      key: 'organisations',
      label: t('field.organisations'),
      cell: ({ organisations }) => (
        <>
          {organisations.map(({ name, href }, index) => (
            <span key={href}>
              {index > 0 ? ', ' : null}
              <Link to={href}>{name}</Link>
            </span>
          ))}
        </>
      ),
    },
    {
      key: 'on',
      label: t('column.on'),
      number: true,
      cell: ({ on, id, organisations }) => (
        <Link
          to={`${base}/${id}`}
          aria-label={t('column.actOn', { date: on, who: organisations.map(({ name }) => name).join(', ') })}
        >
          {on}
        </Link>
      ),
    },
    { key: 'duration', label: t('field.minutes'), number: true, cell: ({ duration }) => duration },
    {
      key: 'kind',
      label: t('field.kind'),
      cell: ({ kind, topic, channel }) => (
        <>
          {kind}
          {topic || channel ? (
            <span className="small muted"> — {[topic, channel].filter(Boolean).join(', ')}</span>
          ) : null}
        </>
      ),
    },
    { key: 'by', label: t('column.by'), cell: ({ by }) => by },
    {
      key: 'next',
      label: t('field.nextStep'),
      cell: ({ next }) =>
        next ? (
          <>
            {next.step}{' '}
            <Badge
              tone={next.done ? 'ok' : 'info'}
              label={next.done ? t('step.done') : (next.on ?? t('step.awaited'))}
            />
          </>
        ) : null,
    },
  ]
  return <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

type SupportedRow = {
  id: string
  name: string
  type: string
  city: string | null
  acts: number
  duration: string
  last: string
}

/** Each organisation once, with what the acts kept amount to for it. */
export function SupportedTable({ rows, base }: { rows: SupportedRow[]; base: string }) {
  const [query] = useSearchParams()
  const { t } = useTranslation('support')
  const columns: Column<SupportedRow>[] = [
    {
      key: 'name',
      label: t('column.organisation'),
      cell: ({ id, name }) => <Link to={`${base.replace(/appuis$/, 'structures')}/${id}`}>{name}</Link>,
    },
    {
      key: 'type',
      label: t('column.type'),
      cell: ({ type, city }) => [type, city].filter(Boolean).join(', '),
    },
    {
      key: 'acts',
      label: t('column.acts'),
      number: true,
      cell: ({ id, acts }) => <Link to={`?${actsOf(query, id)}`}>{acts}</Link>,
    },
    { key: 'duration', label: t('column.time'), number: true, cell: ({ duration }) => duration },
    { key: 'last', label: t('column.last'), number: true, cell: ({ last }) => last },
  ]
  return <DataTable caption={t('supported')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

/** The acts behind the count of one organisation: those of the same filters. */
function actsOf(query: URLSearchParams, organisation: string): URLSearchParams {
  const asked = new URLSearchParams(query)
  for (const name of ['vue', 'page', 'recoupement']) asked.delete(name)
  asked.set('structure', organisation)
  return asked
}
