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
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { messageInput } from '#server/dispositifs/thread/message.schema.ts'
import { readThread } from '#server/dispositifs/thread/read-thread.server.ts'
import { withdrawMessage } from '#server/dispositifs/thread/withdraw-message.server.ts'
import { writeMessage } from '#server/dispositifs/thread/write-message.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../../../guard.server.ts'
import { Field } from '../../../ui/field.tsx'
import { KeptTyping } from '../../../ui/kept-typing.tsx'
import { VisibleBy } from '../../../ui/visible-by.tsx'
import { DossierHeading } from '../dossier-heading.tsx'
import { dossierHead } from '../heading-of.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const id = await answering(args, async () => recordId(args.params.id))
  const { row, messages } = await answering(args, () => readThread(ctx, id))
  const session = await getSession(ctx, row.sessionId)
  const at = moments(ctx.locale, ctx.network.timeZone)
  return {
    head: dossierHead(ctx, row, session, 'thread'),
    messages: messages.map((one) => ({
      ...{ id: one.id, body: one.body, by: one.by ?? '', on: at.format(one.at) },
      withdrawn: one.withdrawnAt !== null,
      own: one.accountId === ctx.account.id,
    })),
    mayWrite: may(ctx, dispositifs['dossier:write']),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const id = await answering(args, async () => recordId(args.params.id))
  const form = await submitted(args)
  const page = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${id}/echanges`
  if (form.get('intent') === 'reprendre') {
    await answering(args, async () => withdrawMessage(ctx, id, recordId(String(form.get('message')))))
    return redirect(page)
  }
  const typed = String(form.get('texte') ?? '')
  const message = messageInput.safeParse({ body: typed })
  if (!message.success) return data({ typed, fault: message.error.issues[0]!.message }, { status: 422 })
  await answering(args, () => writeMessage(ctx, id, message.data.body))
  return redirect(page)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }]

export default function Thread() {
  const { head, messages, mayWrite } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <DossierHeading head={head} />
      <section className="card stack" aria-labelledby="echanges">
        <h2 id="echanges">{t('thread.title')}</h2>
        {messages.length === 0 ? <p className="muted">{t('thread.none')}</p> : null}
        <ol className="stack plain">
          {messages.map((one) => (
            <li key={one.id} id={one.id}>
              <p className="small muted">{t('thread.by', { name: one.by, date: one.on })}</p>
              {one.withdrawn ? (
                <p className="muted">{t('thread.withdrawn')}</p>
              ) : (
                <p className="as-typed">{one.body}</p>
              )}
              {one.own && !one.withdrawn && mayWrite ? (
                <Form method="post">
                  <input type="hidden" name="message" value={one.id} />
                  <button
                    className="btn sm quiet"
                    type="submit"
                    name="intent"
                    value="reprendre"
                    aria-label={t('thread.withdrawOf', { date: one.on })}
                  >
                    {t('thread.withdraw')}
                  </button>
                </Form>
              ) : null}
            </li>
          ))}
        </ol>
        {mayWrite ? (
          <Form method="post" className="stack" key={messages.length}>
            <KeptTyping />
            <Field
              label={t('thread.add')}
              hint={t('thread.hint')}
              fault={refused ? t(`faults.${refused.fault}`) : undefined}
            >
              {(attributes) => (
                <textarea
                  {...attributes}
                  name="texte"
                  rows={4}
                  maxLength={4000}
                  defaultValue={refused?.typed}
                />
              )}
            </Field>
            <div className="row">
              <button className="btn primary" type="submit">
                {t('thread.send')}
              </button>
              <Link className="btn quiet" to={head.here}>
                {t('thread.back')}
              </Link>
            </div>
          </Form>
        ) : null}
      </section>
      <VisibleBy who="team" />
    </div>
  )
}
