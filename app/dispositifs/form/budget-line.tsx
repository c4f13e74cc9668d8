import { useTranslation } from 'react-i18next'
import { EXPENSE_HEADINGS, FUNDERS } from '#server/dispositifs/budget/headings.ts'
import { readCents, writeCents } from '../../ui/money.ts'
import type { BudgetGroup } from './budget-rows.ts'
import { TextCell, useCell } from './cell.tsx'
import { useFilling, useSaid } from './filling.ts'

/** Accounts of what is valued in kind. */
const IN_KIND = /^8/

const offered = (group: BudgetGroup, chosen: string) =>
  (group.side === 'income' ? FUNDERS : EXPENSE_HEADINGS).filter(
    ({ key, account }) => IN_KIND.test(account) === group.kind || key === chosen,
  )

export function BudgetLine({ row, called, group }: { row: string; called: string; group: BudgetGroup }) {
  const { t, i18n } = useTranslation('dispositifs')
  const labelled = (part: string) => t('form.rows.cell', { row: called, part: t(`form.budget.${part}`) })
  return (
    <div className="budget-line">
      <Heading row={row} label={labelled(group.side === 'income' ? 'funder' : 'heading')} group={group} />
      <span className="money">
        <TextCell
          name={`${row}.cents`}
          label={labelled('cents')}
          inputMode="decimal"
          onBlur={({ currentTarget }) => {
            const cents = readCents(currentTarget.value)
            if (cents !== null) currentTarget.value = writeCents(cents, i18n.language)
          }}
        />
        <span aria-hidden="true">€</span>
      </span>
      <TextCell name={`${row}.label`} label={labelled('label')} placeholder={t('form.budget.label')} />
      <Flags row={row} called={called} group={group} />
    </div>
  )
}

function Heading({ row, label, group }: { row: string; label: string; group: BudgetGroup }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const chosenIn = group.side === 'income' ? 'funder' : 'heading'
  const { attributes, value, fault } = useCell(`${row}.${chosenIn}`)
  return (
    <span className="cell">
      <select {...attributes} aria-label={label} defaultValue={value}>
        <option value="">{t(`form.budget.${chosenIn}Choose`)}</option>
        {offered(group, value).map((heading) => (
          <option key={heading.key} value={heading.key}>
            {said(heading)}
          </option>
        ))}
      </select>
      {fault}
    </span>
  )
}

const FLAGS = ['excluded', 'acquired', 'requested'] as const

/** Only what is asked of such a line shows; what was said otherwise goes along unseen. */
function Flags({ row, called, group }: { row: string; called: string; group: BudgetGroup }) {
  const { typed } = useFilling()
  const { t } = useTranslation('dispositifs')
  const asked = group.kind ? null : group.side === 'income' ? 'acquired' : 'excluded'
  return FLAGS.map((flag) => {
    const name = `${row}.${flag}`
    if (flag !== asked)
      return typed.has(name) ? <input key={flag} type="hidden" name={name} value="on" /> : null
    return (
      <label key={flag} className="box small">
        <input type="checkbox" name={name} defaultChecked={typed.has(name)} />
        <span>
          {t(`form.budget.${flag}`)}
          <span className="sr-only"> {t('form.budget.ofLine', { line: called })}</span>
        </span>
      </label>
    )
  })
}
