import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  askableOrganisation,
  askRepresentation,
} from '#server/identity/representation/ask-representation.server.ts'
import { askWithoutAccount } from '#server/identity/representation/ask-unknown.server.ts'
import { representationInput, unknownAsking } from '#server/identity/representation/representation.schema.ts'
import { findStanding } from '#server/identity/representation/standing.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { openedStamp } from '#server/kernel/sender/sender-check.server.ts'
import { ledTo } from '../../crm/moved-record.server.ts'
import { answering, publicNetwork, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { sentFormOf } from '../../sent-form.server.ts'
import { Said } from '../../space/said.tsx'
import { Field } from '../../ui/field.tsx'
import { PersonCheck } from '../../ui/person-check.tsx'
import { fieldFaults, refusedBy, refusedFields, typedIn } from '../refusal.server.ts'
import { Refusal, useFault } from '../refusal.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { network } = publicNetwork(args, 'directory')
  const { context: ctx } = args.context
  const slug = args.params.slug ?? ''
  const found = await answering(args, () => askableOrganisation(ctx, slug))
  ledTo(args, found.slug)
  const { represents, askedAt } = ctx.account
    ? await answering(args, () => findStanding(ctx, slug))
    : { represents: false, askedAt: null }
  return {
    organisation: found.name,
    network: nameOf(network),
    page: `/${network.slug}/annuaire/${slug}`,
    known: ctx.account !== null,
    opened: openedStamp(ctx),
    represents,
    asked: askedAt !== null,
    title: i18nFor(ctx.locale).t('identity:represent.title', { organisation: found.name }),
  }
}

export async function action(args: ActionFunctionArgs) {
  publicNetwork(args, 'directory')
  const { context: ctx } = args.context
  const form = await submitted(args)
  if (!ctx.account) return askUnknown(args, form)
  const typed = typedIn(form, 'jobTitle', 'message', 'takesOver')
  const parsed = representationInput.safeParse({ ...typed, takesOver: typed.takesOver === 'oui' })
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  try {
    await askRepresentation(ctx, args.params.slug ?? '', parsed.data)
  } catch (error) {
    if (error instanceof DomainError && error.status === 409) return refusedBy(error, typed)
    return answering(args, () => Promise.reject(error))
  }
  return data({ sent: '' })
}

/** Without an account: a name and an address, which a link proves before the team sees anything. */
async function askUnknown(args: ActionFunctionArgs, form: FormData) {
  const typed = typedIn(form, 'name', 'email', 'jobTitle', 'message', 'takesOver')
  const parsed = unknownAsking.safeParse({ ...typed, takesOver: typed.takesOver === 'oui' })
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  try {
    await askWithoutAccount(args.context.context, args.params.slug ?? '', parsed.data, sentFormOf(form))
  } catch (error) {
    if (error instanceof DomainError && error.code.startsWith('kernel.') && error.status !== 404)
      return refusedBy(error, typed)
    return answering(args, () => Promise.reject(error))
  }
  return data({ sent: parsed.data.email })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function Represent() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const refused = result && 'typed' in result ? result : undefined
  const fault = useFault(refused)
  const sent = result && 'sent' in result ? result : undefined
  if (sent?.sent)
    return (
      <Said title={t('represent.sentTitle')} text={t('space:confirm.sent', { email: sent.sent })}>
        <Link to={page.page}>{t('represent.back')}</Link>
      </Said>
    )
  if (!refused && (sent || page.asked || page.represents))
    return (
      <div className="wrap page narrow stack">
        <h1>
          {page.represents
            ? t('represent.already', { organisation: page.organisation })
            : t(sent ? 'represent.sentTitle' : 'represent.waitingTitle')}
        </h1>
        {page.represents ? null : <p role="status">{t('represent.sent', { network: page.network })}</p>}
        <Link to={page.page}>{t('represent.back')}</Link>
      </div>
    )
  return (
    <div className="wrap page narrow stack">
      <p className="small">
        <Link to={page.page}>{t('represent.back')}</Link>
      </p>
      <h1>{t('represent.title', { organisation: page.organisation })}</h1>
      <p>{t('represent.lead', { network: page.network })}</p>
      {page.known ? null : (
        <p>
          {t('represent.haveAccount')}{' '}
          <a href={`/connexion?${new URLSearchParams({ retour: `${page.page}/representer` })}`}>
            {t('represent.signIn')}
          </a>
        </p>
      )}
      <Form method="post" className="stack" noValidate>
        <Refusal of={refused} />
        {page.known ? null : (
          <>
            <PersonCheck opened={page.opened} />
            <Field label={t('represent.name')} name="name" fault={fault('name')}>
              {(attributes) => (
                <input {...attributes} name="name" autoComplete="name" defaultValue={refused?.typed.name} />
              )}
            </Field>
            <Field
              label={t('represent.email')}
              name="email"
              hint={t('represent.emailHint')}
              fault={fault('email')}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  type="email"
                  name="email"
                  autoComplete="email"
                  defaultValue={refused?.typed.email}
                />
              )}
            </Field>
          </>
        )}
        <Field label={t('represent.job')} fault={fault('jobTitle')}>
          {(attributes) => (
            <input
              {...attributes}
              name="jobTitle"
              autoComplete="organization-title"
              defaultValue={refused?.typed.jobTitle}
              required
            />
          )}
        </Field>
        <Field
          label={t('represent.message')}
          hint={t('represent.messageHint')}
          fault={fault('message')}
          optional
        >
          {(attributes) => (
            <textarea {...attributes} name="message" rows={4} defaultValue={refused?.typed.message} />
          )}
        </Field>
        <label className="row">
          <input
            type="checkbox"
            name="takesOver"
            value="oui"
            defaultChecked={refused?.typed.takesOver === 'oui'}
          />
          {t('represent.takesOver')}
        </label>
        <button className="btn primary" type="submit">
          {t('represent.send')}
        </button>
      </Form>
    </div>
  )
}
