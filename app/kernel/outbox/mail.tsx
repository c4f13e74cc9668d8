import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { readMail } from '#server/kernel/mail/read-outbox.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering } from '../../guard.server.ts'

const LINKS = /https?:\/\/[^\s\])>]+/g

export async function loader(args: LoaderFunctionArgs) {
  const { locale } = args.context.context
  const {
    html: _,
    createdAt,
    ...mail
  } = await answering(args, async () => readMail(recordId(args.params.mail)))
  return {
    ...mail,
    id: args.params.mail!,
    on: moments(locale, 'Europe/Paris').format(createdAt),
    links: [...new Set(mail.text.match(LINKS) ?? [])],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }]

export default function Mail() {
  const mail = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  return (
    <div className="wrap stack" style={{ paddingBlock: 'var(--s6)' }}>
      <p>
        <Link to="/dev/outbox">{t('outbox.back')}</Link>
      </p>
      <h1>{mail.subject}</h1>
      <dl className="facts">
        <dt>{t('outbox.to')}</dt>
        <dd>{mail.toAddress}</dd>
        <dt>{t('outbox.on')}</dt>
        <dd>{mail.on}</dd>
        <dt>{t('outbox.state')}</dt>
        <dd>{t(`outbox.states.${mail.state}`)}</dd>
      </dl>
      {mail.links.length > 0 ? (
        <nav className="card" aria-label={t('outbox.links')}>
          <h2>{t('outbox.links')}</h2>
          <ul>
            {mail.links.map((link) => (
              <li key={link}>
                <a href={link} style={{ overflowWrap: 'anywhere' }}>
                  {link}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <h2>{t('outbox.html')}</h2>
      <iframe
        title={t('outbox.preview')}
        src={`/dev/outbox/${mail.id}/message`}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        style={{ width: '100%', height: 640, border: '1px solid var(--line)' }}
      />
      <h2>{t('outbox.text')}</h2>
      <pre className="card" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {mail.text}
      </pre>
    </div>
  )
}
