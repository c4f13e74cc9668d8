import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { KINDS } from '#packages/referentials/kinds.ts'
import { openCallOf } from '#server/dispositifs/start/open-call.server.ts'
import { startInput, visitorInput } from '#server/dispositifs/start/start.schema.ts'
import { askToStart, representedBy, startDossier } from '#server/dispositifs/start/start-dossier.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { openedStamp } from '#server/kernel/sender/sender-check.server.ts'
import { answering, publicNetwork, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fieldFaults, typedIn } from '../../identity/refusal.server.ts'
import { sentFormOf } from '../../sent-form.server.ts'
import { Said } from '../../space/said.tsx'
import { Field } from '../../ui/field.tsx'
import { PersonCheck } from '../../ui/person-check.tsx'
import { instantTold } from '../instants.server.ts'
import { Instant } from '../public/instant.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  const { network, locale, account } = ctx
  const { listed, call } = await answering(args, () => openCallOf(ctx, args.params.slug ?? ''))
  const { t } = i18nFor(locale)
  return {
    title: t('dispositifs:holder.start.title', { name: listed.name }),
    back: `/${network.slug}/dispositifs/${listed.slug}`,
    network: nameOf(network),
    call: call?.name ?? null,
    closes: call && instantTold(call.closesAt, call.timeZone, network.timeZone, locale),
    opened: openedStamp(ctx),
    account: account && { name: account.name, email: account.email },
    represented: await representedBy(ctx),
    kinds: KINDS.map((one) => ({ value: one.key, label: one[locale] })),
  }
}

/** Said by every public form. */
const SENDERS = ['not_a_person', 'sent_too_often']

const NAMES = ['email', 'name', 'title', 'organisation', 'organisationId', 'identifier', 'kind'] as const

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  const slug = args.params.slug ?? ''
  const form = await submitted(args)
  const typed = typedIn(form, ...NAMES)
  const { email, name, organisationId = '', ...of } = typed
  const refused = (faults: Record<string, string>, refusal: string | null, status: number) =>
    data({ sent: false, typed, faults, refusal }, { status })
  const input = startInput.safeParse({ ...of, kind: of.kind || undefined })
  const visitor = ctx.account ? null : visitorInput.safeParse({ email, name })
  const faults: Record<string, string> = {
    ...(visitor && !visitor.success ? fieldFaults(visitor.error) : {}),
    ...(input.success ? {} : fieldFaults(input.error)),
    ...(!organisationId && !of.organisation?.trim() ? { organisation: 'missing' } : {}),
  }
  if (!input.success || Object.keys(faults).length > 0) return refused(faults, null, 422)
  try {
    if (!visitor) {
      const { id } = await startDossier(ctx, slug, input.data, organisationId || null)
      return redirect(`/${ctx.network.slug}/espace/dossiers/${id}/remplir?fait=commence`)
    }
    await askToStart(ctx, slug, visitor.data!, input.data, sentFormOf(form))
    return data({ sent: true, typed, faults: {} as Record<string, string>, refusal: null })
  } catch (error) {
    if (error instanceof DomainError && [409, 422, 429].includes(error.status))
      return refused({}, error.code.split('.')[1]!, error.status)
    return answering(args, () => Promise.reject(error))
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function Start() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const busy = useNavigation().state !== 'idle'
  const back = <Link to={page.back}>{t('holder.start.back')}</Link>
  if (answer?.sent)
    return (
      <Said title={t('holder.start.sentTitle')} text={t('holder.start.sent', { email: answer.typed.email })}>
        {back}
      </Said>
    )
  if (!page.closes)
    return (
      <Said title={page.title} text={t('holder.start.closed')}>
        {back}
      </Said>
    )
  const typed = answer?.typed ?? {}
  const fault = (name: string) => (answer?.faults[name] ? t(`faults.${answer.faults[name]}`) : undefined)
  const line = (
    name: string,
    props: { type?: string; autoComplete?: string; optional?: boolean; hint?: boolean } = {},
  ) => (
    <Field
      name={name}
      label={t(`holder.start.${name === 'title' ? 'project' : name}`)}
      hint={props.hint ? t(`holder.start.${name}Hint`) : undefined}
      fault={fault(name)}
      optional={props.optional}
    >
      {(attributes) => (
        <input
          {...attributes}
          name={name}
          type={props.type ?? 'text'}
          autoComplete={props.autoComplete ?? 'off'}
          defaultValue={typed[name]}
        />
      )}
    </Field>
  )
  return (
    <div className="wrap page narrow stack">
      <p className="small">{back}</p>
      <h1>{page.title}</h1>
      <p className="lead">{t(page.account ? 'holder.start.leadKnown' : 'holder.start.lead')}</p>
      <p>
        <strong>{page.call}</strong> · {t('holder.closes')}{' '}
        <Instant told={page.closes} yourTime={t('public.at.yours', { at: '{{at}}' })} />
      </p>
      {answer?.refusal ? (
        <p className="notice bad" role="alert">
          {t(
            SENDERS.includes(answer.refusal) ? `space:sender.${answer.refusal}` : `faults.${answer.refusal}`,
          )}
        </p>
      ) : null}
      <Form method="post" className="stack form" noValidate>
        <PersonCheck opened={page.opened} />
        {page.account ? (
          <p className="muted">{t('holder.start.as', page.account)}</p>
        ) : (
          <>
            {line('email', { type: 'email', autoComplete: 'email', hint: true })}
            {line('name', { autoComplete: 'name' })}
          </>
        )}
        {page.represented.length > 0 ? (
          <Field name="organisationId" label={t('holder.start.organisationId')}>
            {(attributes) => (
              <select
                {...attributes}
                name="organisationId"
                defaultValue={typed.organisationId ?? page.represented[0]!.id}
              >
                {page.represented.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
                <option value="">{t('holder.start.another')}</option>
              </select>
            )}
          </Field>
        ) : null}
        {line('organisation', { autoComplete: 'organization', optional: page.represented.length > 0 })}
        <Field name="kind" label={t('holder.start.kind')} fault={fault('kind')}>
          {(attributes) => (
            <select {...attributes} name="kind" defaultValue={typed.kind || 'association'}>
              {page.kinds.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        {line('identifier', { optional: true, hint: true })}
        {line('title', { optional: true })}
        <p>
          <button className="btn primary" type="submit" disabled={busy}>
            {t(page.account ? 'holder.start.begin' : 'holder.start.send')}
          </button>
        </p>
        {page.account ? null : (
          <p className="small muted">{t('holder.start.privacy', { network: page.network })}</p>
        )}
      </Form>
    </div>
  )
}
