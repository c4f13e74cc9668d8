import { useTranslation } from 'react-i18next'
import { EXPENSE_HEADINGS, FUNDERS } from '#server/dispositifs/budget/headings.ts'
import type { Compared, ComparedSide } from '#server/dispositifs/report/compare-budgets.ts'
import { money, share } from '../figures.ts'
import { useSaid } from '../form/filling.ts'

/** Given time is spent under one name, and brought in under another. */
const NAMES: Record<ComparedSide['side'], readonly { key: string; fr: string; en: string }[]> = {
  ...{ income: FUNDERS, expense: EXPENSE_HEADINGS },
}

/** What was planned and what came out, side by side, with the gap in money and in share. */
export function ComparedBudget({ sides }: { sides: ComparedSide[] }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  return sides.map(({ side, inKind, lines, total }) => {
    const table = `${side}${inKind ? 'InKind' : ''}`
    return (
      <div key={table} className="crossing">
        <table className="plain-table read">
          <caption>{t(`form.budget.${table}.title`)}</caption>
          <thead>
            <tr>
              <th scope="col">{t('holder.report.line')}</th>
              {(['planned', 'realised', 'gap', 'gapShare'] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {t(`holder.report.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, ...line }) => {
              const name = NAMES[side].find((one) => one.key === key)
              return (
                <tr key={key}>
                  <th scope="row">{name ? said(name) : key}</th>
                  <Amounts {...line} />
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(`form.budget.${table}.total`)}</th>
              <Amounts {...total} />
            </tr>
          </tfoot>
        </table>
      </div>
    )
  })
}

function Amounts({ plannedCents, realisedCents, gapCents, gapBasisPoints }: Compared) {
  const { t, i18n } = useTranslation('dispositifs')
  const locale = i18n.language === 'en' ? 'en' : 'fr'
  const signed = (text: string) => (gapCents > 0 ? `+${text}` : text)
  return (
    <>
      <td className="num">{money(plannedCents, locale)}</td>
      <td className="num">{money(realisedCents, locale)}</td>
      <td className="num">{signed(money(gapCents, locale))}</td>
      <td className="num">
        {gapBasisPoints === null ? t('holder.report.notPlanned') : signed(share(gapBasisPoints, locale))}
      </td>
    </>
  )
}
