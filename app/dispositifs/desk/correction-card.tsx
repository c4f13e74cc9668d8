import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'
import { type Said, useSaid } from '../form/filling.ts'

type Page = {
  mayMove: boolean
  mayAsk: boolean
  reach: 'came' | 'invited' | 'nobody'
  soonest: string
  sections: { key: string; title: Said; fields: { key: string; label: Said }[] }[]
  correction: { reason: string; due: string; late: boolean; fields: string[] } | null
  corrections: { id: string; reason: string; answer: string; on: string; by: string; ended: string }[]
}
type Refused = {
  typed: { reason?: string; dueOn?: string; fields: string[] }
  faults: Record<string, string>
}

/** What is asked of the holder: which answers, why, until when; and what was asked before. */
export function CorrectionCard({ page, refused }: { page: Page; refused: Refused | undefined }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const fault = (name: string) => (refused?.faults[name] ? t(`faults.${refused.faults[name]}`) : undefined)
  const { correction } = page
  const labels = page.sections.flatMap(({ fields }) => fields)
  return (
    <section className="card stack" aria-labelledby="corrections">
      <h2 id="corrections">{t('holder.desk.corrections')}</h2>
      {correction ? (
        <div className={correction.late ? 'notice bad stack' : 'notice stack'}>
          <p>
            <strong>
              {t(correction.late ? 'holder.correction.late' : 'holder.correction.due', {
                due: correction.due,
              })}
            </strong>
          </p>
          <p className="said">{correction.reason}</p>
          <ul>
            {labels
              .filter(({ key }) => correction.fields.includes(key))
              .map(({ key, label }) => (
                <li key={key}>{said(label)}</li>
              ))}
          </ul>
          {page.mayMove ? (
            <Form method="post">
              <ConfirmSubmit
                label={t('holder.desk.cancel')}
                question={t('holder.desk.cancelQuestion')}
                consequence={t('holder.desk.cancelConsequence')}
                name="intent"
                value="annuler"
              />
            </Form>
          ) : null}
        </div>
      ) : null}
      {page.mayMove && page.mayAsk ? (
        <details open={refused ? true : undefined}>
          <summary>{t('holder.desk.ask')}</summary>
          {page.reach === 'came' ? null : (
            <p className="notice">
              {t(`mended.correctionReach.${page.reach}`)} <a href="#equipe">{t('holder.desk.invite')}</a>
            </p>
          )}
          <Form method="post" className="stack form" noValidate>
            <fieldset className="stack" id="fields">
              <legend>{t('holder.desk.fields')}</legend>
              {fault('fields') ? <p className="fault">{fault('fields')}</p> : null}
              {page.sections.map((section) => (
                <div key={section.key}>
                  <p className="field-label">{said(section.title)}</p>
                  {section.fields.map(({ key, label }) => (
                    <label key={key} className="check">
                      <input
                        type="checkbox"
                        name="fields"
                        value={key}
                        defaultChecked={refused?.typed.fields.includes(key)}
                      />
                      <span>{said(label)}</span>
                    </label>
                  ))}
                </div>
              ))}
            </fieldset>
            <Field
              name="reason"
              label={t('holder.desk.reason')}
              hint={t('holder.desk.reasonHint')}
              fault={fault('reason')}
            >
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="reason"
                  rows={4}
                  maxLength={2000}
                  defaultValue={refused?.typed.reason}
                />
              )}
            </Field>
            <Field name="dueOn" label={t('holder.desk.dueOn')} fault={fault('dueOn')}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="date"
                  name="dueOn"
                  min={page.soonest}
                  defaultValue={refused?.typed.dueOn}
                />
              )}
            </Field>
            <p>
              <button className="btn primary" type="submit" name="intent" value="demander">
                {t('holder.desk.send')}
              </button>
            </p>
          </Form>
        </details>
      ) : null}
      {!page.mayAsk && !correction ? <p className="muted">{t('holder.desk.notNow')}</p> : null}
      <ul className="plain">
        {page.corrections.map((one) => (
          <li key={one.id}>
            <p className="small muted">
              {t('holder.desk.asked', { on: one.on, by: one.by })} · {t(`holder.correction.${one.ended}`)}
            </p>
            <blockquote>{one.reason}</blockquote>
            {one.answer ? <p className="said">{one.answer}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
