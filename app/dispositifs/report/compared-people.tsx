import { useTranslation } from 'react-i18next'
import type { ComparedPeople as Line } from '#server/dispositifs/report/compare-people.ts'

/** Who was expected and who came, by origin, sex and age; what differs is told, and nothing is put right. */
export function ComparedPeople({ lines }: { lines: Line[] }) {
  const { t } = useTranslation('dispositifs')
  const number = (value: number | null) => (value === null ? t('form.nothing') : t('form.number', { value }))
  const ages = (of: NonNullable<Line['ages']>) =>
    t(of.to === null ? 'holder.report.agesFrom' : 'holder.report.ages', { from: of.from, to: of.to })
  const by = (gap: number | null) =>
    gap === null ? t('form.nothing') : `${gap > 0 ? '+' : ''}${t('form.number', { value: gap })}`
  return (
    <div className="crossing">
      <table className="plain-table read">
        <caption>{t('holder.report.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('holder.report.who')}</th>
            {(['expected', 'came', 'difference'] as const).map((column) => (
              <th key={column} scope="col" className="num">
                {t(`holder.report.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.origin} ${line.of} ${line.ages?.from ?? ''} ${line.ages?.to ?? ''}`}>
              <th scope="row">
                {t(`form.heads.${line.origin}`)} · {t(`form.heads.${line.of}`)}
                {line.ages ? <span className="small muted"> {ages(line.ages)}</span> : null}
              </th>
              <td className="num">{number(line.planned)}</td>
              <td className="num">{number(line.achieved)}</td>
              <td className="num">{by(line.by)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
