import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findOwnMessages } from '#server/crm/message/find-messages.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { OwnHeading } from './own-heading.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:keep'])
  const { name, messages } = await answering(args, async () => findOwnMessages(ctx, recordId(args.params.id)))
  const moment = moments(ctx.locale, ctx.network.timeZone, 'long')
  return {
    title: i18nFor(ctx.locale).t('space:messages.title'),
    name: name,
    home: `/${ctx.network.slug}/espace/structures/${args.params.id}`,
    messages: messages.map(({ id, senderName, senderEmail, subject, body, sentAt, readAt }) => ({
      id,
      senderName,
      senderEmail,
      subject,
      body,
      on: moment.format(sentAt),
      isNew: readAt === null,
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page && `${page.title} — ${page.name}` },
]

export default function OwnMessages() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  return (
    <div className="wrap page narrow stack">
      <OwnHeading home={page.home} name={page.name} title={page.title} />
      <p className="muted">{t('messages.lead')}</p>
      {page.messages.length === 0 ? <p className="empty">{t('messages.none')}</p> : null}
      {page.messages.map((one) => (
        <article key={one.id} className="card stack">
          <h2>
            {one.subject} {one.isNew ? <span className="tag">{t('messages.new')}</span> : null}
          </h2>
          <p className="small muted">
            {one.senderName} · {one.on}
          </p>
          <p className="words">{one.body}</p>
          <p>
            <a className="btn sm" href={`mailto:${one.senderEmail}`}>
              {t('messages.answer', { email: one.senderEmail })}
            </a>
          </p>
        </article>
      ))}
    </div>
  )
}
