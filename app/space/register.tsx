import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findLikelyPages, register } from '#server/crm/registration/register.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { openedStamp } from '#server/kernel/sender/sender-check.server.ts'
import { formChoices } from '../crm/organisation-choices.server.ts'
import { publicNetwork, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { sentFormOf } from '../sent-form.server.ts'
import { PersonCheck } from '../ui/person-check.tsx'
import { RegistrationFields } from './registration-fields.tsx'
import {
  type RegistrationFaults,
  type RegistrationTyped,
  readRegistration,
  typedRegistration,
} from './registration-form.server.ts'
import { Said } from './said.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  return {
    title: i18nFor(ctx.locale).t('space:register.title', { network: nameOf(ctx.network) }),
    base: `/${ctx.network.slug}/annuaire`,
    opened: openedStamp(ctx),
    types: formChoices(ctx.locale).types,
  }
}

type Refused = {
  typed: RegistrationTyped
  faults: RegistrationFaults
  refusal: string | null
  likely: { name: string; href: string; city: string | null }[]
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const form = await submitted(args)
  const typed = typedRegistration(form)
  const refused = (given: Partial<Refused>, status: number) =>
    data(
      { sent: null, refused: { typed, faults: {}, refusal: null, likely: [], ...given } as Refused },
      { status },
    )
  const { input, faults } = readRegistration(typed)
  if (faults) return refused({ faults }, 422)
  try {
    // Asked once: whoever has looked at them and insists knows better.
    if (form.get('nouvelle') !== 'oui') {
      const likely = await findLikelyPages(ctx, input, sentFormOf(form))
      if (likely.length > 0) {
        const base = `/${ctx.network.slug}/annuaire`
        return refused(
          { likely: likely.map(({ slug, ...one }) => ({ ...one, href: `${base}/${slug}` })) },
          409,
        )
      }
    }
    await register(ctx, input, sentFormOf(form))
    return data({ sent: input.contactEmail, refused: null }, { status: 200 })
  } catch (error) {
    if (!(error instanceof DomainError) || !error.code.startsWith('kernel.')) throw error
    return refused({ refusal: error.code.split('.')[1]! }, error.status)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Register() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  const busy = useNavigation().state !== 'idle'
  if (answer?.sent)
    return (
      <Said title={t('register.sentTitle')} text={t('confirm.sent', { email: answer.sent })}>
        <Link to={page.base}>{t('register.back')}</Link>
      </Said>
    )
  const refused = answer?.refused
  return (
    <div className="wrap page narrow stack">
      <h1>{page.title}</h1>
      <p className="lead">{t('register.lead')}</p>
      <Form method="post" className="stack form" noValidate>
        {refused?.refusal ? (
          <p className="notice bad" role="alert">
            {t(`sender.${refused.refusal}`)}
          </p>
        ) : null}
        {refused && refused.likely.length > 0 ? (
          <div className="notice stack" role="alert">
            <p>
              <strong>{t('register.likely')}</strong>
            </p>
            <ul>
              {refused.likely.map(({ name, href, city }) => (
                <li key={href}>
                  <a href={`${href}/representer`}>{t('register.itIs', { name })}</a>{' '}
                  <span className="muted">{city}</span>
                </li>
              ))}
            </ul>
            <label className="row">
              <input type="checkbox" name="nouvelle" value="oui" />
              {t('register.another')}
            </label>
          </div>
        ) : null}
        <PersonCheck opened={page.opened} />
        <RegistrationFields typed={refused?.typed} faults={refused?.faults ?? {}} types={page.types} />
        <p>
          <button className="btn primary" type="submit" disabled={busy}>
            {t('register.send')}
          </button>
        </p>
        <p className="small muted">{t('register.privacy')}</p>
      </Form>
    </div>
  )
}
