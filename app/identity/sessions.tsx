import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { findEvents } from '#server/identity/account/find-events.server.ts'
import { closeSession, signOutEverywhere } from '#server/identity/session/close-sessions.server.ts'
import { findSessions } from '#server/identity/session/find-sessions.server.ts'
import { signedInAccount, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = signedInAccount(args)
  const [sessions, events] = await Promise.all([
    findSessions(ctx, args.request.headers.get('cookie')),
    findEvents(ctx),
  ])
  const moment = moments(ctx.locale, 'Europe/Paris')
  return {
    title: i18nFor(ctx.locale).t('identity:account.sessions'),
    sessions: sessions.map((one) => ({
      ...one,
      openedAt: moment.format(one.openedAt),
      lastSeenAt: moment.format(one.lastSeenAt),
    })),
    events: events.map((one) => ({ ...one, at: moment.format(one.at) })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const form = await submitted(args)
  if (form.get('intent') === 'partout') {
    await signOutEverywhere(ctx)
    return redirect('/connexion')
  }
  await closeSession(ctx, String(form.get('session') ?? ''))
  return data({ closed: true })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Sessions() {
  const { sessions, events } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  return (
    <div className="stack">
      <h2>{t('sessionsPage.heading')}</h2>
      {result ? (
        <p className="notice ok" role="status">
          {t('sessionsPage.closed')}
        </p>
      ) : null}
      <table>
        <thead>
          <tr>
            <th>{t('sessionsPage.device')}</th>
            <th>{t('sessionsPage.opened')}</th>
            <th>{t('sessionsPage.seen')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const device = session.device || t('sessionsPage.unknownDevice')
            return (
              <tr key={session.id}>
                <td>
                  {device}{' '}
                  {session.current ? <span className="tag ok">{t('sessionsPage.current')}</span> : null}
                </td>
                <td>{session.openedAt}</td>
                <td>{session.lastSeenAt}</td>
                <td>
                  {session.current ? null : (
                    <Form method="post">
                      <button
                        className="btn sm"
                        type="submit"
                        name="session"
                        value={session.id}
                        aria-label={t('sessionsPage.closeLabel', { device })}
                      >
                        {t('sessionsPage.close')}
                      </button>
                    </Form>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Form method="post" reloadDocument>
        <p className="muted">{t('sessionsPage.everywhereHint')}</p>
        <button className="btn" type="submit" name="intent" value="partout">
          {t('sessionsPage.everywhere')}
        </button>
      </Form>
      <h2>{t('sessionsPage.activity')}</h2>
      {events.length === 0 ? (
        <p className="muted">{t('sessionsPage.none')}</p>
      ) : (
        <ul className="time">
          {events.map((event) => (
            <li key={event.id}>
              {t(`event.${event.kind}`)}
              <span className="muted small">
                {' '}
                {event.at}
                {event.device ? ` — ${event.device}` : null}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
