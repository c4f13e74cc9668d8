import { useTranslation } from 'react-i18next'
import type { Grid } from '#server/dispositifs/grid/grid.schema.ts'
import type { Disagreement } from '#server/dispositifs/grid/grid.ts'
import { useSaid } from '../form/filling.ts'

/** The mean of what was handed in, and where readers part: what a jury should talk about. */
export function Parting({ grid, parting }: { grid: Grid | null; parting: Disagreement | null }) {
  const { t, i18n } = useTranslation('dispositifs')
  const said = useSaid()
  if (!grid || !parting || parting.mean === null) return null
  const number = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 })
  const wide = parting.criteria.filter(({ high }) => high)
  return (
    <section className={parting.high ? 'notice bad' : 'notice'} aria-label={t('jury.parting.label')}>
      <p>
        {t('jury.parting.mean', { mean: number.format(parting.mean), count: parting.reviews })}{' '}
        {parting.reviews > 1
          ? t('jury.parting.between', {
              lowest: number.format(parting.lowest!),
              highest: number.format(parting.highest!),
            })
          : null}
      </p>
      {parting.high ? (
        <p>
          <strong>{t('jury.parting.high', { spread: number.format(parting.spread) })}</strong>
        </p>
      ) : null}
      {wide.length > 0 ? (
        <ul>
          {wide.map(({ key, spread }) => {
            const criterion = grid.criteria.find((one) => one.key === key)
            return (
              <li key={key}>
                {criterion ? said(criterion.label) : key} :{' '}
                {t('jury.parting.spread', { spread: number.format(spread) })}
              </li>
            )
          })}
        </ul>
      ) : null}
    </section>
  )
}
