import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { askEmailChange } from '#server/identity/account/ask-email-change.server.ts'
import { emailAddress } from '#server/identity/account/profile.schema.ts'
import { signedInAccount, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { EmailField } from './email-field.tsx'
import { fieldFaults, refusedBy, refusedFields, typedIn } from './refusal.server.ts'
import { Refusal, useFault } from './refusal.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { account, locale } = signedInAccount(args)
  return { email: account.email, title: i18nFor(locale).t('identity:account.address') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const typed = typedIn(await submitted(args), 'email')
  const parsed = z.object({ email: emailAddress }).safeParse(typed)
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  try {
    await askEmailChange(ctx, parsed.data.email)
    return data({ sent: parsed.data.email })
  } catch (error) {
    return refusedBy(error, typed)
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Address() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const refused = result && 'fields' in result ? result : undefined
  const fault = useFault(refused)
  return (
    <Form method="post" className="stack narrow" noValidate>
      <h2>{t('account.address')}</h2>
      {result && 'sent' in result ? (
        <p className="notice ok" role="status">
          {t('addressPage.sent', { old: page.email, email: result.sent })}
        </p>
      ) : null}
      <Refusal of={refused} />
      <p>{t('addressPage.current', { email: page.email })}</p>
      <p className="muted">{t('addressPage.text')}</p>
      <EmailField label={t('addressPage.new')} fault={fault('email')} typed={refused?.typed.email} />
      <button className="btn primary" type="submit">
        {t('addressPage.submit')}
      </button>
    </Form>
  )
}
