import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findNotifications, MOST_NOTICES } from '#server/kernel/notifications/find-notifications.server.ts'
import { markAllRead } from '#server/kernel/notifications/mark-all-read.server.ts'
import { notifications } from '#server/kernel/notifications/permissions.ts'
import { sentenceOf } from '#server/kernel/notifications/sentence.ts'
import { guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { useDone } from '../../ui/use-done.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, notifications['notification:read'])
  const i18n = i18nFor(ctx.locale)
  const found = await findNotifications(ctx)
  return {
    title: i18n.t('notifications:title'),
    home: `/${ctx.network.slug}/espace/notifications`,
    full: found.length === MOST_NOTICES,
    lines: found.map(({ id, kind, params, createdAt, readAt }) => ({
      id,
      sentence: sentenceOf(i18n, kind, params),
      on: moments(ctx.locale, ctx.network.timeZone).format(createdAt),
      isNew: readAt === null,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, notifications['notification:read'])
  await markAllRead(ctx)
  return redirect(`/${ctx.network.slug}/espace/notifications?fait=lu`)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Notifications() {
  const { title, home, full, lines } = useLoaderData<typeof loader>()
  const allRead = useDone() === 'lu'
  const { t } = useTranslation('notifications')
  const count = lines.filter(({ isNew }) => isNew).length
  return (
    <div className="wrap stack" style={{ paddingBlock: 'var(--s6)' }}>
      <h1>{title}</h1>
      {allRead ? (
        <p className="notice ok" role="status">
          {t('allRead')}
        </p>
      ) : null}
      <div className="row">
        {count > 0 ? <p className="grow">{t('unread', { count })}</p> : null}
        {count > 0 ? (
          <Form method="post">
            <button className="btn" type="submit">
              {t('markAll')}
            </button>
          </Form>
        ) : null}
        <Link className="btn quiet" to={`${home}/choix`}>
          {t('choose')}
        </Link>
      </div>
      {lines.length === 0 ? <p className="empty">{t('none')}</p> : null}
      <ul className="stack">
        {lines.map(({ id, sentence, on, isNew }) => (
          <li key={id} className="card row">
            <div className="grow">
              <a href={`${home}/${id}`} style={{ fontWeight: isNew ? 650 : 400, overflowWrap: 'anywhere' }}>
                {sentence}
              </a>
              <p className="small muted">{on}</p>
            </div>
            {isNew ? <span className="tag member">{t('markedNew')}</span> : null}
          </li>
        ))}
      </ul>
      {full ? <p className="small muted">{t('older')}</p> : null}
    </div>
  )
}
