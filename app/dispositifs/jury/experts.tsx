import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Boxes } from '../../ui/boxes.tsx'
import type { Choice } from '../../ui/choice-search.ts'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'

type Expert = {
  id: string
  name: string
  email: string
  question: string
  due: string | null
  sections: string[]
  answer: string
  answeredOn: string | null
  withdrawn: boolean
}

/** People asked about parts of a file, what they answered, and the form that asks one more. */
export function Experts(props: {
  experts: Expert[]
  sections: Choice[]
  mayAsk: boolean
  typed: Record<string, string> | null
  chosen: string[]
  faults: Record<string, string>
}) {
  const { experts, sections, mayAsk, typed, chosen, faults } = props
  const { t } = useTranslation('dispositifs')
  const fault = (name: string) => (typed && faults[name] ? t(`faults.${faults[name]}`) : undefined)
  return (
    <section className="card stack" aria-labelledby="experts">
      <h2 id="experts">{t('jury.expert.title')}</h2>
      {experts.length === 0 ? <p>{t('jury.expert.none')}</p> : null}
      {experts.map((one) => (
        <article key={one.id} className="stack">
          <h3>{one.name}</h3>
          <p className="small muted">
            {one.email}
            {one.due ? ` · ${t('jury.expert.due', { on: one.due })}` : ''}
            {` · ${sections
              .filter(({ value }) => one.sections.includes(value))
              .map(({ label }) => label)
              .join(', ')}`}
          </p>
          <p className="said">{one.question}</p>
          {one.answeredOn ? (
            <blockquote>
              <p className="said">{one.answer}</p>
              <p className="small muted">{t('jury.expert.answeredOn', { on: one.answeredOn })}</p>
            </blockquote>
          ) : one.withdrawn ? (
            <p className="muted">{t('jury.expert.withdrawn')}</p>
          ) : null}
          {mayAsk && !one.withdrawn ? (
            <Form method="post">
              <input type="hidden" name="expertise" value={one.id} />
              <ConfirmSubmit
                label={t('jury.expert.withdraw')}
                question={t('jury.expert.withdrawQuestion', { name: one.name })}
                consequence={t('jury.expert.withdrawConsequence')}
                name="intent"
                value="annuler"
                small
              />
            </Form>
          ) : null}
        </article>
      ))}
      {mayAsk ? (
        <details open={typed ? true : undefined}>
          <summary>{t('jury.expert.ask')}</summary>
          <Form method="post" className="stack form" noValidate>
            <input type="hidden" name="intent" value="solliciter" />
            <div className="three">
              <Field name="name" label={t('jury.field.name')} fault={fault('name')}>
                {(attributes) => (
                  <input {...attributes} name="name" defaultValue={typed?.name} autoComplete="off" />
                )}
              </Field>
              <Field name="email" label={t('jury.field.email')} fault={fault('email')}>
                {(attributes) => (
                  <input
                    {...attributes}
                    type="email"
                    name="email"
                    defaultValue={typed?.email}
                    autoComplete="off"
                  />
                )}
              </Field>
              <DateField
                name="dueOn"
                label={t('jury.field.expertDue')}
                value={typed?.dueOn}
                fault={fault('dueOn')}
                optional
              />
            </div>
            <Field name="question" label={t('jury.field.question')} fault={fault('question')}>
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="question"
                  rows={3}
                  maxLength={2000}
                  defaultValue={typed?.question}
                />
              )}
            </Field>
            <fieldset className="choices" id="sections">
              <legend>{t('jury.field.sections')}</legend>
              <Boxes name="sections" choices={sections} chosen={chosen} />
              {fault('sections') ? <p className="fault">{fault('sections')}</p> : null}
            </fieldset>
            <button className="btn" type="submit">
              {t('jury.expert.send')}
            </button>
          </Form>
        </details>
      ) : null}
    </section>
  )
}
