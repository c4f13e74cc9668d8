import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Field } from '../../ui/field.tsx'
import { AskedTwice } from '../asked-twice.tsx'
import type { Doubt } from '../doubt.ts'

type Next = { to: string; reason: boolean }

/** Where the dossier may go from here: at once, or with a reason that stays on record. */
export function MoveForm(props: {
  state: string
  next: Next[]
  refused?: { to: string; reason: string }
  doubts: Doubt[]
  seen: string
}) {
  const { state, next, refused, doubts, seen } = props
  const { t } = useTranslation('dispositifs')
  const plain = next.filter(({ reason }) => !reason)
  const reasoned = next.filter(({ reason }) => reason)
  return (
    <section className="card stack" aria-labelledby="avancer">
      <h2 id="avancer">{t('move.title')}</h2>
      {plain.length > 0 ? (
        <Form method="post" className="row">
          <input type="hidden" name="intent" value="avancer" />
          <input type="hidden" name="de" value={state} />
          <AskedTwice doubts={doubts} seen={seen} />
          {plain.map(({ to }, nth) => (
            <button
              key={to}
              className={nth === 0 ? 'btn primary' : 'btn'}
              type="submit"
              name="vers"
              value={to}
            >
              {doubts.length > 0 && to === 'instructed' ? t('asks.confirm') : t(`moveTo.${to}`)}
            </button>
          ))}
        </Form>
      ) : null}
      {reasoned.length > 0 ? (
        <details open={refused ? true : undefined}>
          <summary>{t('move.withReason')}</summary>
          <Form method="post" className="stack form">
            <input type="hidden" name="intent" value="avancer" />
            <input type="hidden" name="de" value={state} />
            <Field name="vers" label={t('move.to')}>
              {(attributes) => (
                <select {...attributes} name="vers" defaultValue={refused?.to}>
                  {reasoned.map(({ to }) => (
                    <option key={to} value={to}>
                      {t(`moveTo.${to}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              name="motif"
              label={t('move.reason')}
              hint={t('move.reasonHint')}
              fault={refused ? t('faults.reason_missing') : undefined}
            >
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="motif"
                  rows={3}
                  maxLength={2000}
                  defaultValue={refused?.reason}
                />
              )}
            </Field>
            <button className="btn" type="submit">
              {t('move.go')}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
