import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { nameOf } from '#server/kernel/networks.ts'
import { isUnsubscribeLink, unsubscribe } from '#server/kernel/notifications/unsubscribe.server.ts'
import { publicNetwork } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { INSIDE } from '../../inside-words.ts'

export { insideWords as clientLoader } from '../../inside-words.ts'
export const handle = INSIDE

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  return {
    title: i18nFor(ctx.locale).t('notifications:unsubscribe.title'),
    network: nameOf(ctx.network, ctx.clock),
    choices: `/${ctx.network.slug}/espace/notifications/choix`,
    valid: await isUnsubscribeLink(ctx, args.params.token ?? ''),
  }
}

/** Asked by a button: programs that open every link of a mail would otherwise decide for its reader. */
export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  const done = await unsubscribe(ctx, args.params.token ?? '')
  return data({ done }, { status: done ? 200 : 404 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function Unsubscribe() {
  const { title, network, choices, valid } = useLoaderData<typeof loader>()
  const asked = useActionData<typeof action>()
  const { t } = useTranslation('notifications')
  return (
    <div className="wrap stack" style={{ paddingBlock: 'var(--s6)' }}>
      <h1>{title}</h1>
      {asked?.done ? (
        <p className="notice ok" role="status">
          {t('unsubscribe.done', { network })}
        </p>
      ) : null}
      {!asked && valid ? (
        <Form method="post" className="stack">
          <p>{t('unsubscribe.ask', { network })}</p>
          <button className="btn primary" type="submit">
            {t('unsubscribe.confirm')}
          </button>
        </Form>
      ) : null}
      {!valid ? <p className="notice bad">{t('unsubscribe.gone')}</p> : null}
      <p>
        <Link to={choices}>{t('unsubscribe.choose')}</Link>
      </p>
    </div>
  )
}
