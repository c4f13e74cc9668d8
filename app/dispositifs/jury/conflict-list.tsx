import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../ui/badge.tsx'
import { Field } from '../../ui/field.tsx'

export type ConflictShown = {
  dossierId: string
  instructorId: string
  number: number
  title: string
  name: string
  state: 'proposed' | 'confirmed' | 'dismissed'
  recused: boolean
  note: string
  why: string[]
}

/** What is known of ties, each with its reason: confirmed, or dismissed for a reason that stays. */
export function ConflictList(props: {
  conflicts: ConflictShown[]
  base: string
  mayManage: boolean
  refused: { dossier: string; instructor: string } | null
}) {
  const { conflicts, base, mayManage, refused } = props
  const { t } = useTranslation('dispositifs')
  return (
    <section className="card stack" aria-labelledby="conflits">
      <h2 id="conflits">{t('jury.conflict.title')}</h2>
      <p className="small muted">{t('jury.conflict.lead')}</p>
      {conflicts.length === 0 ? (
        <p>{t('jury.conflict.none')}</p>
      ) : (
        <ul className="stack plain">
          {conflicts.map((one) => (
            <li key={`${one.dossierId} ${one.instructorId}`} className="stack">
              <p className="row">
                <strong>{one.name}</strong>
                <Link to={`${base}/dossiers/${one.dossierId}/instruction`}>
                  {t('dossier.number', { number: one.number })} · {one.title || t('untitled')}
                </Link>
                <Badge
                  tone={one.state === 'proposed' ? 'wait' : one.state === 'confirmed' ? 'bad' : 'neutral'}
                  label={t(`jury.conflict.state.${one.state}`)}
                />
              </p>
              <ul>
                {one.why.map((why) => (
                  <li key={why}>{why}</li>
                ))}
                {one.note ? <li>{t('jury.conflict.noted', { note: one.note })}</li> : null}
              </ul>
              {mayManage && one.state === 'proposed' ? (
                <Settle
                  one={one}
                  refused={refused?.dossier === one.dossierId && refused.instructor === one.instructorId}
                />
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Settle({ one, refused }: { one: ConflictShown; refused: boolean }) {
  const { t } = useTranslation('dispositifs')
  const who = `${one.name}, ${t('dossier.number', { number: one.number })}`
  return (
    <div className="row">
      <Form method="post">
        <input type="hidden" name="intent" value="trancher" />
        <input type="hidden" name="dossier" value={one.dossierId} />
        <input type="hidden" name="instructeur" value={one.instructorId} />
        <button
          className="btn sm primary"
          type="submit"
          name="sens"
          value="confirmer"
          aria-label={`${t('jury.conflict.confirm')} — ${who}`}
        >
          {t('jury.conflict.confirm')}
        </button>
      </Form>
      <details open={refused || undefined}>
        <summary>{t('jury.conflict.dismiss')}</summary>
        <Form method="post" className="stack form">
          <input type="hidden" name="intent" value="trancher" />
          <input type="hidden" name="dossier" value={one.dossierId} />
          <input type="hidden" name="instructeur" value={one.instructorId} />
          <Field
            name={`motif-${one.dossierId}-${one.instructorId}`}
            label={t('jury.conflict.reason')}
            fault={refused ? t('faults.reason_missing') : undefined}
          >
            {(attributes) => <input {...attributes} name="motif" maxLength={1000} />}
          </Field>
          <button className="btn sm" type="submit" name="sens" value="ecarter">
            {t('jury.conflict.dismiss')}
          </button>
        </Form>
      </details>
    </div>
  )
}
