import { useTranslation } from 'react-i18next'
import type { PairView } from './pair-view.server.ts'

/** All that hangs from the two records and goes on with the kept one. */
export function CarriedTable({ page }: { page: Pick<PairView, 'kept' | 'counts'> }) {
  const { t } = useTranslation('crm')
  const other = page.kept === 'left' ? 'right' : 'left'
  return (
    <section className="stack" aria-labelledby="repris">
      <h2 id="repris">{t('merge.carried')}</h2>
      <p className="muted">{t('merge.carriedHelp')}</p>
      {page.counts.length === 0 ? (
        <p>{t('merge.nothingCarried')}</p>
      ) : (
        <table className="data">
          <caption className="sr-only">{t('merge.carried')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('merge.what')}</th>
              <th scope="col" className="n">
                {t('merge.kept')}
              </th>
              <th scope="col" className="n">
                {t('merge.goes')}
              </th>
              <th scope="col" className="n">
                {t('merge.inBoth')}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.counts.map((count) => (
              <tr key={count.of}>
                <td>{t(`merge.link.${count.of}`)}</td>
                <td className="n" data-label={t('merge.kept')}>
                  {count[page.kept]}
                </td>
                <td className="n" data-label={t('merge.goes')}>
                  {count[other]}
                </td>
                <td className="n" data-label={t('merge.inBoth')}>
                  {count.both}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
