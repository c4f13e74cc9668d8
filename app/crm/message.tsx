import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { forwardMessage } from '#server/crm/message/forward-message.server.ts'
import { getMessage } from '#server/crm/message/get-message.server.ts'
import { handOverMessage } from '#server/crm/message/hand-over-message.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { VisibleBy } from '../ui/visible-by.tsx'

/** Nothing of a message is told in an address: what is said to be done is what the page shows. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const { locale, network } = ctx
  const found = await answering(args, async () => getMessage(ctx, recordId(args.params.message)))
  const { sentAt, organisationId, reached, handedOver, ...said } = found
  const base = `/${network.slug}/bureau`
  return {
    ...said,
    title: i18nFor(locale).t('space:waiting.title', { name: found.organisation }),
    on: moments(locale, network.timeZone, 'long').format(sentAt),
    state: reached ? 'sent' : handedOver ? 'handedOver' : 'waits',
    to: new Intl.ListFormat(locale).format(found.addresses),
    all: `${base}/messages`,
    record: `${base}/structures/${organisationId}`,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  const intent = String((await submitted(args)).get('intent'))
  if (!['envoyer', 'transmis', 'attente'].includes(intent)) throw data(null, { status: 400 })
  return answering(args, async () => {
    const id = recordId(args.params.message)
    try {
      if (intent === 'envoyer') await forwardMessage(ctx, id)
      else await handOverMessage(ctx, id, intent === 'transmis')
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'crm.nobody_to_write_to') throw error
      return data({ refused: true }, { status: error.status })
    }
    return redirect(`/${ctx.network.slug}/bureau/messages/${id}`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function WaitingMessage() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('space')
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.all}>{t('oversee.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">
        {t('waiting.from', { name: page.senderName, email: page.senderEmail, on: page.on })}
      </p>
      <p className={page.state === 'waits' ? 'notice' : 'notice good'} role="status">
        {t(`waiting.is.${page.state}`, { name: page.organisation })}
      </p>
      {refused ? (
        <p className="notice bad" role="alert">
          {t('waiting.nowhere')}
        </p>
      ) : null}
      {page.words ? (
        <section className="card stack">
          <h2>{page.words.subject}</h2>
          <p className="words">{page.words.body}</p>
          <p className="small muted">{t('waiting.toldOfYou')}</p>
        </section>
      ) : (
        <p className="muted">{t('waiting.notYours')}</p>
      )}
      {page.state === 'sent' ? null : (
        <>
          <p>
            {page.to
              ? t('waiting.mayLeave', { to: page.to })
              : t(page.contactable ? 'waiting.noAddress' : 'waiting.notContactable')}{' '}
            <Link to={page.record}>{t('proposals.toRecord')}</Link>
          </p>
          <Form method="post" className="row">
            {page.to ? (
              <button className="btn primary" type="submit" name="intent" value="envoyer">
                {t('waiting.send')}
              </button>
            ) : null}
            {page.state === 'handedOver' ? (
              <button className="btn" type="submit" name="intent" value="attente">
                {t('waiting.putBack')}
              </button>
            ) : (
              <button className="btn" type="submit" name="intent" value="transmis">
                {t('waiting.handedOver')}
              </button>
            )}
          </Form>
        </>
      )}
      <VisibleBy who="team" />
    </div>
  )
}
