import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { correctionInput } from '#server/crm/message/message.schema.ts'
import { findListed, suggestCorrection } from '#server/crm/message/send-message.server.ts'
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
  const { name, slug: now } = await answering(args, () => findListed(ctx, slug))
  ledTo(args, now)
  return {
    title: i18nFor(ctx.locale).t('space:correction.title', { name }),
    network: nameOf(ctx.network),
    page: `/${ctx.network.slug}/annuaire/${slug}`,
    opened: openedStamp(ctx),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const form = await submitted(args)
  const typed = typedIn(form, 'text', 'email')
  const parsed = correctionInput.safeParse(typed)
  const refused = (faults: Record<string, string>, refusal: string | null, status: number) =>
    data({ sent: false, typed, faults, refusal }, { status })
  if (!parsed.success) return refused(fieldFaults(parsed.error), null, 422)
  try {
    await suggestCorrection(ctx, args.params.slug ?? '', parsed.data, sentFormOf(form))
    return data({ sent: true, typed, faults: {} as Record<string, string>, refusal: null })
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

export default function Correction() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  const busy = useNavigation().state !== 'idle'
  if (answer?.sent)
    return (
      <Said title={t('correction.sentTitle')} text={t('correction.sent', { network: page.network })}>
        <Link to={page.page}>{t('message.back')}</Link>
      </Said>
    )
  const fault = (name: string) => (answer?.faults[name] ? t(`faults.${answer.faults[name]}`) : undefined)
  return (
    <div className="wrap page narrow stack">
      <p className="small">
        <Link to={page.page}>{t('message.back')}</Link>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{t('correction.lead', { network: page.network })}</p>
      {answer?.refusal ? (
        <p className="notice bad" role="alert">
          {t(`sender.${answer.refusal}`)}
        </p>
      ) : null}
      <Form method="post" className="stack form" noValidate>
        <PersonCheck opened={page.opened} />
        <Field label={t('correction.text')} name="text" hint={t('correction.textHint')} fault={fault('text')}>
          {(attributes) => (
            <textarea
              {...attributes}
              name="text"
              rows={6}
              maxLength={2000}
              defaultValue={answer?.typed.text}
            />
          )}
        </Field>
        <Field
          label={t('message.email')}
          name="email"
          hint={t('correction.emailHint')}
          fault={fault('email')}
          optional
        >
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              name="email"
              autoComplete="email"
              defaultValue={answer?.typed.email}
            />
          )}
        </Field>
        <p>
          <button className="btn primary" type="submit" disabled={busy}>
            {t('correction.send')}
          </button>
        </p>
      </Form>
    </div>
  )
}
