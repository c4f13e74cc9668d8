import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import type { Workshop } from './customise.tsx'

type Line = Workshop['history'][number]

/** Every revision: who put it in force, when, and why. */
export function History({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('dispositifs')
  const columns: Column<Line>[] = [
    { key: 'what', label: t('papers.builder.what'), cell: ({ kind, number }) => t(`papers.builder.boundTo.${kind}`, { number }) },
    { key: 'on', label: t('papers.builder.on'), cell: ({ on, saved }) => on ?? t('papers.builder.beingWritten', { on: saved }) },
    { key: 'by', label: t('papers.builder.by'), cell: ({ by }) => by ?? '–' },
    { key: 'note', label: t('papers.builder.note'), cell: ({ note }) => note || '–' },
  ] // biome-ignore format: one line a column
  return (
    <section className="stack" aria-labelledby="histoire">
      <h2 id="histoire">{t('papers.builder.history')}</h2>
      <DataTable
        caption={t('papers.builder.history')}
        columns={columns}
        rows={lines}
        rowKey={({ id }) => id}
      />
    </section>
  )
}
