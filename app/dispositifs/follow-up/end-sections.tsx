import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field.tsx'
import { Field } from '../../ui/field.tsx'
import { ReportRead } from '../report/report-read.tsx'
import type { FollowUpView } from './follow-up-view.server.ts'
import { type RefusedForm, useRefused } from './refusal.tsx'

type Props = { page: FollowUpView; refused: RefusedForm; mayWrite: boolean }

/** Until when the report is awaited, what is checked before settling, and settling. */
export function ReportSection({ page, refused: all, mayWrite }: Props) {
  const { t } = useTranslation('dispositifs')
  const due = useRefused(all, 'bilan')
  const { typed, fault } = useRefused(all, 'solder')
  return (
    <section className="card stack" aria-labelledby="bilan">
      <h2 id="bilan">{t('follow.report.title')}</h2>
      {mayWrite ? (
        <Form method="post" className="row end" noValidate>
          <input type="hidden" name="intent" value="bilan" />
          <DateField
            name="reportDueOn"
            label={t('follow.field.reportDueOn')}
            hint={t('follow.hint.reportDueOn')}
            value={due.typed('reportDueOn', page.reportDueOn)}
            fault={due.fault('reportDueOn')}
            optional
          />
          <button className="btn" type="submit">
            {t('save')}
          </button>
        </Form>
      ) : null}
      {page.report ? <ReportRead told={page.report} /> : <p className="muted">{t('holder.report.none')}</p>}
      {page.settling ? (
        <>
          <h3>{t('follow.report.checks')}</h3>
          {page.lacks.length === 0 ? (
            <p>{t('follow.report.ready')}</p>
          ) : (
            <ul>
              {page.lacks.map((lack) => (
                <li key={lack}>{t(`follow.lack.${lack}`)}</li>
              ))}
            </ul>
          )}
          {mayWrite ? (
            <Form method="post" className="stack form" noValidate>
              <input type="hidden" name="intent" value="solder" />
              {page.lacks.length > 0 ? (
                <Field name="reason" label={t('follow.field.settleReason')} fault={fault('reason')}>
                  {(attributes) => (
                    <textarea
                      {...attributes}
                      name="reason"
                      rows={2}
                      maxLength={2000}
                      defaultValue={typed('reason')}
                    />
                  )}
                </Field>
              ) : null}
              <button className="btn primary" type="submit">
                {t('moveTo.settled')}
              </button>
            </Form>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

/** What was written to its holder and to its sponsor, and what may be. */
export function LettersSection({ page, mayWrite }: Omit<Props, 'refused'>) {
  const { t } = useTranslation('dispositifs')
  return (
    <section className="card stack" aria-labelledby="lettres">
      <h2 id="lettres">{t('follow.letters.title')}</h2>
      {page.letters.length === 0 ? (
        <p>{t('follow.letters.none')}</p>
      ) : (
        <ul>
          {page.letters.map(({ id, subject, on, to, by }) => (
            <li key={id}>
              <Link to={`../lettres/${id}`} relative="path">
                {subject}
              </Link>{' '}
              <span className="muted">
                {by ? t('follow.letters.sentBy', { on, to, name: by }) : t('follow.letters.sent', { on, to })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {page.nobody ? (
        <p className="notice">
          {t('follow.letters.nobody')}{' '}
          <Link to="../porteur" relative="path">
            {t('dossierParts.holder')}
          </Link>
        </p>
      ) : null}
      {mayWrite && !page.nobody && page.fitting.length === 0 ? (
        <p className="muted">{t('asks.noLetter')}</p>
      ) : null}
      {mayWrite && !page.nobody && page.fitting.length > 0 ? (
        <Form method="get" action="../lettres/envoyer" className="row end" relative="path">
          <Field name="lettre" label={t('follow.field.letter')}>
            {(attributes) => (
              <select {...attributes} name="lettre" defaultValue={page.fitting[0]}>
                {page.fitting.map((key) => (
                  <option key={key} value={key}>
                    {t(`follow.letter.${key}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button className="btn" type="submit">
            {t('follow.letters.preview')}
          </button>
        </Form>
      ) : null}
    </section>
  )
}

/** The project that tells it on the panorama. */
export function ProjectSection({
  page,
  projects,
  mayWrite,
}: {
  page: FollowUpView
  projects: string
  mayWrite: boolean
}) {
  const { t } = useTranslation('dispositifs')
  if (!page.project && !page.mayProject) return null
  return (
    <section className="card stack" aria-labelledby="projet">
      <h2 id="projet">{t('follow.project.title')}</h2>
      {page.project ? (
        <p>
          <Link to={`${projects}/${page.project.id}`}>{page.project.title}</Link>{' '}
          <span className="muted">{t('follow.project.since', { at: page.project.on })}</span>
        </p>
      ) : (
        <>
          <p className="muted">{t('follow.project.lead')}</p>
          {mayWrite ? (
            <Form method="post">
              <button className="btn" type="submit" name="intent" value="publier">
                {t('follow.project.publish')}
              </button>
            </Form>
          ) : null}
        </>
      )}
    </section>
  )
}
