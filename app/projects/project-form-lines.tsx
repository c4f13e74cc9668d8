import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useHydrated } from '../ui/use-hydrated.ts'
import { MOST_LINES } from './lines.ts'
import type { formChoices } from './project-form.server.ts'

/** Two empty lines wait; « Une ligne de plus » is for who has scripts, the others save and come back. */
function useLines(rows: string[][], cells: number) {
  const [more, setMore] = useState(2)
  const spare = Math.max(0, Math.min(more, MOST_LINES - rows.length))
  const lines = [...rows, ...Array.from({ length: spare }, () => Array<string>(cells).fill(''))]
  return { lines, add: lines.length < MOST_LINES ? () => setMore(more + 1) : null }
}

export function PartnerLines(props: {
  rows: string[][]
  choices: Pick<ReturnType<typeof formChoices>, 'kinds' | 'everyCountry'>
  fault?: string
}) {
  const { t } = useTranslation('projects')
  const { lines, add } = useLines(props.rows, 4)
  return (
    <fieldset className="stack" id="partnersThere">
      <legend className="field-label">{t('field.partnersThere')}</legend>
      <p className="small muted">{t('hint.partnersThere')}</p>
      {lines.map(([name, kind, place, country], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place alone
        <div className="line-of-four" key={index}>
          <Cell label={t('partner.name', { number: index + 1 })}>
            <input name="partnerName" defaultValue={name} />
          </Cell>
          <Cell label={t('partner.kind')}>
            <Choices name="partnerKind" value={kind} choices={props.choices.kinds} />
          </Cell>
          <Cell label={t('partner.place')}>
            <input name="partnerPlace" defaultValue={place} />
          </Cell>
          <Cell label={t('partner.country')}>
            <Choices name="partnerCountry" value={country} choices={props.choices.everyCountry} />
          </Cell>
        </div>
      ))}
      <Add add={add} />
      {props.fault ? <p className="fault">{props.fault}</p> : null}
    </fieldset>
  )
}

type FundingProps = { rows: string[][]; amounts: boolean; fault?: string }

export function FundingLines({ rows, amounts, fault }: FundingProps) {
  const { t } = useTranslation('projects')
  const { lines, add } = useLines(rows, 2)
  return (
    <fieldset className="stack" id="funding">
      <legend className="field-label">{t('field.funding')}</legend>
      {amounts ? <p className="small muted">{t('hint.funding')}</p> : null}
      {lines.map(([funder, amount], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place alone
        <div className="line-of-four" key={index}>
          <Cell label={t('funder.name', { number: index + 1 })}>
            <input name="funder" defaultValue={funder} />
          </Cell>
          {amounts ? (
            <Cell label={t('funder.amount')}>
              <input name="amount" inputMode="decimal" defaultValue={amount} />
            </Cell>
          ) : null}
        </div>
      ))}
      <Add add={add} />
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  )
}

function Cell({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is its child
    <label>
      <span className="small">{label}</span>
      {children}
    </label>
  )
}

type ChoicesProps = { name: string; value?: string; choices: { value: string; label: string }[] }

function Choices({ name, value, choices }: ChoicesProps) {
  const { t } = useTranslation('projects')
  return (
    <select name={name} defaultValue={value}>
      <option value="">{t('unsaid')}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  )
}

function Add({ add }: { add: (() => void) | null }) {
  const { t } = useTranslation('projects')
  const hydrated = useHydrated()
  return add && hydrated ? (
    <button className="btn sm" type="button" onClick={add}>
      {t('oneMore')}
    </button>
  ) : null
}
