import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { JournalLines } from '../../kernel/journal-lines.tsx'

type Lines = Parameters<typeof JournalLines>[0]['lines']

/** Every change of the record, field by field: folded, because its story is told above. */
export function HistorySection(props: { history: Lines; merged?: number; journal: string | null }) {
  const { history, merged = 0, journal } = props
  const { t } = useTranslation('crm')
  return (
    <section className="card" id="modifications">
      <details className="stack">
        <summary>
          <h2>{t('history')}</h2>
        </summary>
        {history.length === 0 ? <p className="muted">{t('noHistory')}</p> : null}
        <JournalLines lines={history} />
        {journal ? <Link to={journal}>{t('kernel:journal.ofRecord')}</Link> : null}
      </details>
      {merged > 0 ? (
        <p>
          <Link to="fusionnees">{t('merge.toHistories', { count: merged })}</Link>
        </p>
      ) : null}
    </section>
  )
}
