import { Form } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Refused } from '../identity/refusal.server.ts'
import { Refusal, useFault } from '../identity/refusal.tsx'
import { DateField } from '../ui/date-field.tsx'
import { Field } from '../ui/field.tsx'
import { useHydrated } from '../ui/use-hydrated.ts'

type Person = { id: string; name: string }
type Props = {
  team: Person[]
  colleagues: Person[]
  me: Person
  mayForOthers: boolean
  today: string
  refused: Refused | undefined
}

/** Who leaves, who takes over, from when to when; an administrator says it for anyone. */
export function AbsenceForm({ team, colleagues, me, mayForOthers, today, refused }: Props) {
  const { t } = useTranslation('identity')
  const fault = useFault(refused)
  const typed = refused?.typed
  const nameOf = ({ id, name }: Person) => (id === me.id ? t('absences.me', { name }) : name)
  const leaving = mayForOthers ? team : [me]
  const [away, setAway] = useState(typed?.accountId || me.id)
  const hydrated = useHydrated()
  const there = hydrated ? colleagues.filter(({ id }) => id !== away) : colleagues
  if (team.length < 2) return <p className="notice">{t('absences.alone')}</p>
  return (
    <Form method="post" className="card stack narrow" noValidate>
      <h2>{t('absences.form')}</h2>
      <Refusal of={refused} />
      <Field label={t('absences.who')} fault={fault('accountId')}>
        {(attributes) => (
          <select
            {...attributes}
            name="accountId"
            value={away}
            onChange={(event) => setAway(event.target.value)}
          >
            {leaving.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('absences.colleague')} fault={fault('colleagueId')}>
        {(attributes) => (
          <select {...attributes} name="colleagueId" defaultValue={typed?.colleagueId ?? ''}>
            <option value="">{t('absences.choose')}</option>
            {there.map((one) => (
              <option key={one.id} value={one.id}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <DateField
        name="startsOn"
        label={t('absences.from')}
        value={typed?.startsOn ?? today}
        fault={fault('startsOn')}
      />
      <DateField
        name="backOn"
        label={t('absences.back')}
        value={typed?.backOn}
        min={today}
        fault={fault('backOn')}
      />
      <Field label={t('absences.note')} fault={fault('note')} optional>
        {(attributes) => <textarea {...attributes} name="note" rows={3} defaultValue={typed?.note} />}
      </Field>
      <button className="btn primary" type="submit">
        {t('absences.save')}
      </button>
    </Form>
  )
}
