import { useTranslation } from 'react-i18next'
import { money } from '../figures.ts'
import { BudgetBalance } from './budget-balance.tsx'
import { BudgetLine } from './budget-line.tsx'
import { type BudgetGroup, GROUPS } from './budget-rows.ts'
import { budgetTotals } from './budget-totals.ts'
import { CellFaults } from './cell.tsx'
import { type FieldProps, useField, useFilling } from './filling.ts'
import { Grouped } from './grouped.tsx'
import { RowList } from './row-list.tsx'

const LEAST = { cash: 4, kind: 1 }

/** Expenses and incomes side by side, then what is valued in kind; what they come to is said in words. */
export function BudgetField({ field }: FieldProps) {
  const { name, label, hint, fault } = useField(field)
  return (
    <Grouped name={name} label={label} hint={hint} fault={fault} className="choices budget">
      <CellFaults field={field}>
        <div className="halved">
          {GROUPS.filter(({ kind }) => !kind).map((group) => (
            <BudgetTable key={group.path} field={field} group={group} />
          ))}
        </div>
        <div className="halved">
          {GROUPS.filter(({ kind }) => kind).map((group) => (
            <BudgetTable key={group.path} field={field} group={group} />
          ))}
        </div>
        <BudgetBalance field={field} />
      </CellFaults>
    </Grouped>
  )
}

function BudgetTable({ field, group }: FieldProps & { group: BudgetGroup }) {
  const { name } = useField(field)
  const { answers } = useFilling()
  const { t, i18n } = useTranslation('dispositifs')
  const { side, kind } = group
  const total = budgetTotals(answers[field.key])[side][kind ? 'inKindCents' : 'cashCents']
  const table = `${side}${kind ? 'InKind' : ''}`
  return (
    <div className="side">
      <h3>{t(`form.budget.${table}.title`)}</h3>
      <RowList
        group={`${name}.${group.path}`}
        least={kind ? LEAST.kind : LEAST.cash}
        named={(nth) => t(`form.budget.${table}.nth`, { nth })}
        add={t('form.budget.add')}
      >
        {(row, called) => <BudgetLine row={row} called={called} group={group} />}
      </RowList>
      <p className="total">
        <span>{t(`form.budget.${table}.total`)}</span>
        <output className="num">{money(total, i18n.language)}</output>
      </p>
    </div>
  )
}
