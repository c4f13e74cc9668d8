import { useTranslation } from 'react-i18next'

type Shown = {
  sessionId: string
  code: string
  name: string
  envelope: string | null
  proposed: string | null
  left: string | null
  over: boolean
  items: number
  done: number
}

/** What is left of each envelope as opinions are given. */
export function Envelopes({ envelopes }: { envelopes: Shown[] }) {
  const { t } = useTranslation('dispositifs')
  return (
    <section className="stack" aria-labelledby="enveloppes">
      <h2 id="enveloppes">{t('jury.envelope.title')}</h2>
      <p className="small muted">{t('asks.envelopes')}</p>
      <table className="data" aria-live="polite">
        <caption className="sr-only">{t('jury.envelope.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('jury.envelope.session')}</th>
            <th scope="col" className="n">
              {t('jury.envelope.said')}
            </th>
            <th scope="col" className="n">
              {t('jury.envelope.envelope')}
            </th>
            <th scope="col" className="n">
              {t('jury.envelope.proposed')}
            </th>
            <th scope="col" className="n">
              {t('jury.envelope.left')}
            </th>
          </tr>
        </thead>
        <tbody>
          {envelopes.map((one) => (
            <tr key={one.sessionId}>
              <td>
                {one.code} · {one.name}
              </td>
              <td className="n" data-label={t('jury.envelope.said')}>
                {one.done} / {one.items}
              </td>
              <td className="n" data-label={t('jury.envelope.envelope')}>
                {one.envelope ?? '—'}
              </td>
              <td className="n" data-label={t('jury.envelope.proposed')}>
                {one.proposed}
              </td>
              <td className="n" data-label={t('jury.envelope.left')}>
                {one.over ? <span className="tag bad">{one.left}</span> : (one.left ?? '—')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
