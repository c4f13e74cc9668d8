import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findMails } from '#server/kernel/mail/read-outbox.server.ts'
import { answering } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = args.context.context
  const mails = await answering(args, findMails)
  return {
    title: i18nFor(locale).t('notifications:outbox.title'),
    mails: mails.map(({ createdAt, ...mail }) => ({
      ...mail,
      on: moments(locale, 'Europe/Paris').format(createdAt),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Outbox() {
  const { title, mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  return (
    <div className="wrap stack" style={{ paddingBlock: 'var(--s6)' }}>
      <h1>{title}</h1>
      <p className="lead">{t('outbox.intro')}</p>
      <p>
        <a className="btn" href="/dev/outbox">
          {t('outbox.refresh')}
        </a>
      </p>
      {mails.length === 0 ? <p className="empty">{t('outbox.none')}</p> : null}
      <ul className="stack">
        {mails.map(({ id, toAddress, subject, state, on }) => (
          <li key={id} className="card">
            <h2>
              <Link to={`/dev/outbox/${id}`}>{subject ?? t('outbox.waitingSubject')}</Link>
            </h2>
            <p className="small muted row">
              <span>{toAddress}</span>
              <span>{on}</span>
              <span className={state === 'sent' ? 'tag ok' : 'tag'}>{t(`outbox.states.${state}`)}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
