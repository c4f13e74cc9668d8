import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { Instant } from '../public/instant.tsx'
import type { OwnHead } from './own-view.server.ts'

type Props = { head: OwnHead; mayWrite: boolean; mayEnd: boolean; deposited: string }

/** Where it stands, what is awaited of whom and until when, and the one thing to do now. */
export function NextStep({ head, mayWrite, mayEnd, deposited }: Props) {
  const { t } = useTranslation('dispositifs')
  const isDraft = head.state === 'draft'
  return (
    <section className="card banded stack" aria-labelledby="maintenant">
      <h2 id="maintenant">{t('holder.now')}</h2>
      <p>{t(head.here || !isDraft ? `holder.stands.${head.state}` : 'holder.stands.elsewhere')}</p>
      {head.reads ? <p className="notice">{t('holder.editors.youRead')}</p> : null}
      {isDraft && head.here ? (
        <p>
          {t('holder.closes')}{' '}
          <Instant told={head.closes} yourTime={t('public.at.yours', { at: '{{at}}' })} />{' '}
          <strong>{head.left || t('holder.draftOver')}</strong>
        </p>
      ) : null}
      {head.correction ? (
        <div className={head.correction.late ? 'notice bad' : 'notice'}>
          <p>
            <strong>
              {t(head.correction.late ? 'holder.correction.late' : 'holder.correction.due', {
                due: head.correction.due,
              })}
            </strong>
          </p>
          <p className="said">{head.correction.reason}</p>
        </div>
      ) : null}
      {deposited && head.here ? <p>{t('holder.deposited', { at: deposited })}</p> : null}
      <p className="row">
        {mayWrite ? (
          <Link className="btn primary" to="remplir">
            {t(head.state === 'to_correct' ? 'holder.correct' : isDraft ? 'holder.fill' : 'holder.complete')}
          </Link>
        ) : null}
        {isDraft && head.here && !head.reads ? (
          <>
            <Link className="btn" to="verifier">
              {t('holder.check')}
            </Link>
            <Link className="btn quiet" to="reprendre">
              {t('holder.take.link')}
            </Link>
          </>
        ) : null}
        {deposited && head.here ? (
          <a className="btn" href={`${head.home}/accuse`}>
            {t('holder.receipt.link')}
          </a>
        ) : null}
        {head.state === 'done' || head.state === 'report_received' ? (
          <Link className={head.state === 'done' ? 'btn primary' : 'btn'} to="bilan">
            {t('holder.report.link')}
          </Link>
        ) : null}
      </p>
      {mayEnd ? (
        <Form method="post">
          <ConfirmSubmit
            label={t('holder.end.done')}
            question={t('holder.end.doneQuestion')}
            consequence={t('holder.end.doneConsequence')}
            name="intent"
            value="realiser"
            main
          />
        </Form>
      ) : null}
      {!head.here && mayWrite && !head.confirmed ? (
        <Form method="post">
          <ConfirmSubmit
            label={t('holder.confirm.label')}
            question={t('holder.confirm.question')}
            consequence={t('holder.confirm.consequence')}
            name="intent"
            value="confirmer"
          />
        </Form>
      ) : null}
      {!head.here && head.confirmed ? <p className="muted">{t('holder.confirm.given')}</p> : null}
    </section>
  )
}
