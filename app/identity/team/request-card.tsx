import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Field } from '../../ui/field.tsx'

type Request = {
  id: string
  organisation: string
  name: string
  email: string
  jobTitle: string
  message: string
  takesOver: boolean
  askedOn: string
  representatives: string
  count: number
  invitedBy: string | null
  page: string
}
type Props = { request: Request; mayDecide: boolean; reason?: string; fault?: string }

/** One request: who asks, for what, who would be replaced; three answers. */
export function RequestCard({ request, mayDecide, reason, fault }: Props) {
  const { t } = useTranslation('identity')
  const { organisation, representatives } = request
  return (
    <section className="card stack" aria-labelledby={`demande-${request.id}`}>
      <div>
        <h2 id={`demande-${request.id}`}>
          <Link to={request.page}>{organisation}</Link>
        </h2>
        <p>
          {t('requests.by', { name: request.name, job: request.jobTitle })}{' '}
          <span className="muted">{request.email}</span>
        </p>
        {request.invitedBy ? <p>{t('requests.invitedBy', { name: request.invitedBy })}</p> : null}
        <p className="small muted">{t('requests.askedOn', { date: request.askedOn })}</p>
      </div>
      {request.message ? <blockquote>{request.message}</blockquote> : null}
      <p>
        {representatives
          ? t('requests.current', { names: representatives, count: request.count })
          : t('requests.noCurrent')}
      </p>
      {request.takesOver ? <p className="notice">{t('requests.wantsTakeover')}</p> : null}
      {mayDecide ? (
        <>
          <Form method="post" className="row">
            <input type="hidden" name="demande" value={request.id} />
            <button className="btn primary" type="submit" name="intent" value="accepter">
              {t(representatives ? 'requests.acceptAlongside' : 'requests.accept')}
            </button>
            {representatives ? (
              <ConfirmSubmit
                label={t('requests.takeOver')}
                question={t('requests.takeOverQuestion', { organisation })}
                consequence={t('requests.takeOverConsequence', {
                  names: representatives,
                  count: request.count,
                })}
                name="intent"
                value="remplacer"
              />
            ) : null}
          </Form>
          <details open={fault !== undefined}>
            <summary>{t('requests.refuseOpen')}</summary>
            <Form method="post" className="stack" noValidate>
              <input type="hidden" name="demande" value={request.id} />
              <Field label={t('requests.reason')} fault={fault}>
                {(attributes) => <textarea {...attributes} name="reason" rows={3} defaultValue={reason} />}
              </Field>
              <button className="btn" type="submit" name="intent" value="refuser">
                {t('requests.refuse')}
              </button>
            </Form>
          </details>
        </>
      ) : null}
    </section>
  )
}
