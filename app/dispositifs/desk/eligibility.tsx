import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Field } from '../../ui/field.tsx'

type Told = {
  key: string
  /** The rule in plain words. */
  says: string
  verdict: 'met' | 'broken' | 'unknown'
  blocking: boolean
  why: string
  source: string
  url: string | null
  waiver: { reason: string; by: string } | null
}

const TONES: Record<Told['verdict'], Tone> = { met: 'ok', broken: 'bad', unknown: 'wait' }
const ORDER: Told['verdict'][] = ['broken', 'unknown', 'met']

/** Each rule of the session, what this dossier makes of it, why it is there; and what was set aside. */
export function Eligibility(props: {
  judgements: Told[]
  mayWaive: boolean
  refused?: { rule: string; reason: string }
}) {
  const { judgements, mayWaive, refused } = props
  const { t } = useTranslation('dispositifs')
  const sorted = ORDER.flatMap((verdict) => judgements.filter((one) => one.verdict === verdict))
  return (
    <section className="card stack" aria-labelledby="regles">
      <h2 id="regles">{t('rules.judged')}</h2>
      {sorted.length === 0 ? <p className="muted">{t('rules.none')}</p> : null}
      <ul className="todo">
        {sorted.map((one) => (
          <li key={one.key}>
            <div className="grow stack">
              <p>
                <Badge
                  tone={one.waiver ? 'neutral' : TONES[one.verdict]}
                  label={t(one.waiver ? 'verdict.waived' : `verdict.${one.verdict}`)}
                />{' '}
                <strong>{one.says}</strong> {one.why}{' '}
                <span className="muted small">
                  {one.url ? (
                    <a href={one.url} rel="noreferrer">
                      {one.source}
                    </a>
                  ) : (
                    one.source
                  )}
                  {one.blocking ? null : ` · ${t('rules.advice')}`}
                </span>
              </p>
              {one.waiver ? (
                <p className="small">{t('waived', { reason: one.waiver.reason, by: one.waiver.by })}</p>
              ) : null}
              {mayWaive && one.waiver ? (
                <Form method="post">
                  <input type="hidden" name="regle" value={one.key} />
                  <button className="btn sm" type="submit" name="intent" value="reprendre">
                    {t('waiver.takeBack')}
                  </button>
                </Form>
              ) : null}
              {mayWaive && !one.waiver && one.verdict === 'broken' ? (
                <details open={refused?.rule === one.key ? true : undefined}>
                  <summary>{t('waiver.ask')}</summary>
                  <Form method="post" className="stack form">
                    <input type="hidden" name="regle" value={one.key} />
                    <Field
                      name="motif"
                      label={t('waiver.reason')}
                      fault={refused?.rule === one.key ? t('faults.reason_missing') : undefined}
                    >
                      {(attributes) => (
                        <textarea
                          {...attributes}
                          name="motif"
                          rows={2}
                          maxLength={1000}
                          defaultValue={refused?.rule === one.key ? refused.reason : ''}
                        />
                      )}
                    </Field>
                    <button className="btn sm" type="submit" name="intent" value="ecarter">
                      {t('waiver.give')}
                    </button>
                  </Form>
                </details>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
