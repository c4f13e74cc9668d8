import { useTranslation } from 'react-i18next'
import { EXPENSE_HEADINGS, FUNDERS } from '#server/dispositifs/budget/headings.ts'
import { money } from '../figures.ts'
import type { ReadProps } from './answers-read.tsx'
import { type BudgetGroup, GROUPS, isIn } from './budget-rows.ts'
import { budgetTotals } from './budget-totals.ts'
import { budgetWords } from './budget-words.ts'
import { useSaid } from './filling.ts'
import { held, listOf, writtenText } from './read-cell.ts'

/** The lines as they were written, what they come to, and whether it balances. */
export function BudgetRead({ answer }: ReadProps) {
  const { t, i18n } = useTranslation('dispositifs')
  const budget = budgetTotals(answer)
  const { wrong, sentences } = budgetWords(budget, t, i18n.language)
  return (
    <>
      <div className="halved">
        {GROUPS.map((group) => (
          <Lines
            key={group.path}
            group={group}
            lines={listOf(answer).filter((line) => isIn(group, line))}
            total={budget[group.side][group.kind ? 'inKindCents' : 'cashCents']}
          />
        ))}
      </div>
      {sentences.map((sentence) => (
        <p key={sentence} className={wrong ? 'fault' : undefined}>
          {sentence}
        </p>
      ))}
    </>
  )
}

function Lines({ group, lines, total }: { group: BudgetGroup; lines: unknown[]; total: number }) {
  const { t, i18n } = useTranslation('dispositifs')
  const said = useSaid()
  if (lines.length === 0) return <span />
  const table = `${group.side}${group.kind ? 'InKind' : ''}`
  const headings: readonly { key: string; fr: string; en: string }[] =
    group.side === 'income' ? FUNDERS : EXPENSE_HEADINGS
  return (
    <table className="plain-table read">
      <caption>{t(`form.budget.${table}.title`)}</caption>
      <tbody>
        {lines.map((line, index) => {
          const key = writtenText(held(line, group.side === 'income' ? 'funder' : 'heading'))
          const heading = headings.find((one) => one.key === key)
          const flags = (['excluded', 'acquired'] as const).filter((flag) => held(line, flag) === true)
          const detail = [writtenText(held(line, 'label')), ...flags.map((flag) => t(`form.budget.${flag}`))]
          const cents = held(line, 'cents')
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same
            <tr key={index}>
              <th scope="row">
                {heading ? said(heading) : key}
                <span className="small muted said"> {detail.filter(Boolean).join(', ')}</span>
              </th>
              <td className="num">
                {typeof cents === 'number' ? money(cents, i18n.language) : writtenText(cents)}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t(`form.budget.${table}.total`)}</th>
          <td className="num">{money(total, i18n.language)}</td>
        </tr>
      </tfoot>
    </table>
  )
}
