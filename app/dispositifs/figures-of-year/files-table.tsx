import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { YearView } from './year-view.server.ts'

type Line = YearView['lines'][number]
const COUNTS = ['received', 'instructed', 'financed'] as const

export function FilesTable({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('dispositifs')
  const columns: Column<Line>[] = [
    {
      key: 'label',
      label: t('figures.csv.dispositif'),
      cell: ({ kind, label, href }) => {
        const name = href ? <Link to={href}>{label}</Link> : label
        return kind === 'session' ? name : <strong>{name}</strong>
      },
    },
    ...COUNTS.map(
      (what): Column<Line> => ({
        ...{ key: what, label: t(`figures.csv.${what}`), number: true },
        cell: (line) => {
          const figure = line.kind === 'session' ? line[what] : <strong>{line[what]}</strong>
          return line.rows ? <Link to={line.rows[what]!}>{figure}</Link> : figure
        },
      }),
    ),
    { key: 'share', label: t('figures.share'), number: true, cell: ({ share }) => share },
    { key: 'requested', label: t('figures.csv.requested'), number: true, cell: ({ requested }) => requested },
    {
      key: 'granted',
      label: t('figures.csv.granted'),
      number: true,
      cell: ({ granted, ungranted }) => (
        <>
          {granted}
          {ungranted ? <span className="small muted"> {ungranted}</span> : null}
        </>
      ),
    },
    { key: 'countries', label: t('figures.csv.countries'), cell: ({ countries }) => countries },
  ]
  return (
    <section className="stack" aria-labelledby="bilan-dossiers">
      <h2 id="bilan-dossiers">{t('figures.filesTitle')}</h2>
      <DataTable caption={t('figures.filesTitle')} columns={columns} rows={lines} rowKey={({ key }) => key} />
      <details>
        <summary>{t('figures.how')}</summary>
        <ul>
          {(['received', 'instructed', 'financed', 'share', 'granted', 'countries'] as const).map((what) => (
            <li key={what}>{t(`figures.definition.${what}`)}</li>
          ))}
        </ul>
      </details>
    </section>
  )
}
