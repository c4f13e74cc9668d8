import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { messageInput } from '#server/crm/message/message.schema.ts'
import type { Reader } from '#server/crm/message/relay-message.server.ts'
import { findContactable, sendMessage } from '#server/crm/message/send-message.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { openedStamp } from '#server/kernel/sender/sender-check.server.ts'
import { ledTo } from '../crm/moved-record.server.ts'
import { answering, publicNetwork, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldFaults, typedIn } from '../identity/refusal.server.ts'
import { sentFormOf } from '../sent-form.server.ts'
import { Field } from '../ui/field.tsx'
import { PersonCheck } from '../ui/person-check.tsx'
import { Said } from './said.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const slug = args.params.slug ?? ''
  const { name, reachable, slug: now } = await answering(args, () => findContactable(ctx, slug))
  ledTo(args, now)
  return {
    title: i18nFor(ctx.locale).t('space:message.title', { name }),
    name,
    reachable,
    network: nameOf(ctx.network),
    page: `/${ctx.network.slug}/annuaire/${slug}`,
    opened: openedStamp(ctx),
    sender: ctx.account?.email ?? null,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const form = await submitted(args)
  const typed = typedIn(form, 'name', 'email', 'subject', 'body')
  const given = ctx.account ? { ...typed, name: ctx.account.name, email: ctx.account.email } : typed
  const parsed = messageInput.safeParse(given)
  const refused = (faults: Record<string, string>, refusal: string | null, status: number) =>
    data({ sent: null, reader: null as Reader | null, typed, faults, refusal }, { status })
  if (!parsed.success) return refused(fieldFaults(parsed.error), null, 422)
  try {
    const toldOfTeam = form.get('lecteur') === 'equipe'
    const sent = { ...sentFormOf(form), toldOfTeam }
    const { reader } = await sendMessage(ctx, args.params.slug ?? '', parsed.data, sent)
    return data({
      sent: parsed.data.email,
      reader,
      typed,
      faults: {} as Record<string, string>,
      refusal: null,
    })
  } catch (error) {
    if (error instanceof DomainError && (error.status === 422 || error.status === 429))
      return refused({}, error.code.split('.')[1]!, error.status)
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function WriteMessage() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  const busy = useNavigation().state !== 'idle'
  if (answer?.sent)
    return (
      <Said
        title={t(answer.reader ? `message.read.${answer.reader}.title` : 'register.sentTitle')}
        text={
          answer.reader
            ? t(`message.read.${answer.reader}.text`, page)
            : t('confirm.sent', { email: answer.sent })
        }
      >
        <Link to={page.page}>{t('message.back')}</Link>
      </Said>
    )
  const fault = (name: string) => (answer?.faults[name] ? t(`faults.${answer.faults[name]}`) : undefined)
  const text = (name: 'name' | 'email' | 'subject', type: string, complete?: string) => (
    <Field label={t(`message.${name}`)} name={name} fault={fault(name)}>
      {(attributes) => (
        <input
          {...attributes}
          type={type}
          name={name}
          autoComplete={complete}
          maxLength={254}
          defaultValue={answer?.typed[name]}
        />
      )}
    </Field>
  )
  return (
    <div className="wrap page narrow stack">
      <p className="small">
        <Link to={page.page}>{t('message.back')}</Link>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{t(page.reachable ? 'message.lead' : 'message.leadTeam', page)}</p>
      {answer?.refusal ? (
        <p className="notice bad" role="alert">
          {t(`sender.${answer.refusal}`)}
        </p>
      ) : null}
      <Form method="post" className="stack form" noValidate>
        <PersonCheck opened={page.opened} />
        {page.reachable ? null : <input type="hidden" name="lecteur" value="equipe" />}
        {page.sender ? (
          <p className="muted">{t('message.asYou', { email: page.sender })}</p>
        ) : (
          <>
            {text('name', 'text', 'name')}
            {text('email', 'email', 'email')}
          </>
        )}
        {text('subject', 'text')}
        <Field label={t('message.body')} name="body" fault={fault('body')}>
          {(attributes) => (
            <textarea
              {...attributes}
              name="body"
              rows={8}
              maxLength={5000}
              defaultValue={answer?.typed.body}
            />
          )}
        </Field>
        <p>
          <button className="btn primary" type="submit" disabled={busy}>
            {t('message.send')}
          </button>
        </p>
        <p className="small muted">{t(page.reachable ? 'message.privacy' : 'message.privacyTeam', page)}</p>
      </Form>
    </div>
  )
}
