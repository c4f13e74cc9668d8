import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Piece } from '#packages/word-diff/word-diff.ts'
import { ChangeLines } from '../space/change-lines.tsx'
import { Field } from '../ui/field.tsx'

type Line = {
  field: string
  label?: string
  state: 'new' | 'done' | 'conflict'
  taken: boolean
  was: string
  pieces: Piece[]
}
type Props = {
  proposal: { origin: string; stamp: string; mayDecide: boolean; state: string; lines: Line[] }
  reason: string
  fault: boolean
  /** As it was answered, when that was refused. */
  answer?: { take: string[]; leave: string[] }
  faults?: { decided: string; text: string }[]
}

/** What a proposal changes, and what the team does of it, field by field. */
export function ProposalAnswer({ proposal, reason, fault, answer, faults }: Props) {
  const { t } = useTranslation('space')
  const { lines, mayDecide, origin, stamp, state } = proposal
  const isOpen = state === 'submitted'
  const byField = new Map(lines.map((line) => [line.field, line]))
  const table = (
    <ChangeLines
      lines={lines}
      caption={t('whatChanges')}
      extra={
        isOpen && !mayDecide
          ? undefined
          : {
              label: t('change.decision'),
              cell: ({ field }) => (
                <Decision
                  line={byField.get(field)!}
                  isOpen={isOpen}
                  answer={answer}
                  fault={faults?.find(({ decided }) => decided === field)?.text}
                />
              ),
            }
      }
    />
  )
  if (!mayDecide) return lines.length > 0 ? table : null
  return (
    <Form method="post" className="stack" noValidate>
      <input type="hidden" name="stamp" value={stamp} />
      {lines.length > 0 ? table : null}
      {origin === 'visitor' ? <p className="muted">{t('proposals.correctFirst')}</p> : null}
      <Field
        label={t('proposals.reason')}
        name="reason"
        hint={t('proposals.reasonHint')}
        fault={fault ? t('refusal.reason_missing') : undefined}
        optional
      >
        {(attributes) => (
          <textarea {...attributes} name="reason" rows={3} maxLength={1000} defaultValue={reason} />
        )}
      </Field>
      <p className="row">
        <button
          className="btn primary"
          type="submit"
          name="intent"
          value={origin === 'visitor' ? 'traitee' : 'decider'}
        >
          {t(origin === 'visitor' ? 'proposals.handled' : 'proposals.take')}
        </button>
        <button
          className="btn"
          type="submit"
          name="intent"
          value={origin === 'visitor' ? 'sans-suite' : 'refuser'}
        >
          {t(origin === 'visitor' ? 'proposals.noFollow' : 'proposals.refuse')}
        </button>
      </p>
    </Form>
  )
}

type DecisionProps = Pick<Props, 'answer'> & { line: Line; isOpen: boolean; fault?: string }

function Decision({ line, isOpen, answer, fault }: DecisionProps) {
  const { t } = useTranslation('space')
  const { field, label, state, taken, was } = line
  if (!isOpen) return <>{t(taken ? 'change.taken' : 'change.left')}</>
  if (state === 'done') return <>{t('change.already')}</>
  const conflict = state === 'conflict'
  const said = answer?.take.includes(field) ? 'prendre' : answer?.leave.includes(field) ? 'laisser' : null
  return (
    <fieldset className="boxes">
      <legend className="sr-only">{t('change.choose', { field: label ?? t(`field.${field}`) })}</legend>
      {conflict ? <p className="notice small">{t('change.conflict', { was: was || t('empty') })}</p> : null}
      {(['prendre', 'laisser'] as const).map((value) => (
        <label key={value}>
          <input
            type="radio"
            name={`champ-${field}`}
            value={value}
            defaultChecked={said ? value === said : !conflict && value === 'prendre'}
          />
          {t(value === 'prendre' ? 'change.take' : 'change.leave')}
        </label>
      ))}
      {fault ? <p className="fault">{fault}</p> : null}
    </fieldset>
  )
}
