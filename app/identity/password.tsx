import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#server/identity/account/change-password.server.ts'
import { proofWanted } from '#server/identity/door/prove-oneself.server.ts'
import { signedInAccount, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { ProofField } from './proof-field.tsx'
import { refusedBy, typedIn } from './refusal.server.ts'
import { Refusal, useFault } from './refusal.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = signedInAccount(args)
  const { locale } = ctx
  return { proof: await proofWanted(ctx), title: i18nFor(locale).t('identity:account.password') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const { current = '', password = '' } = typedIn(await submitted(args), 'current', 'password')
  try {
    await changePassword(ctx, { current, password }, args.request.headers.get('cookie'))
    return data({ saved: true })
  } catch (error) {
    return refusedBy(error, {})
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Password() {
  const { proof } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const refused = result && 'fields' in result ? result : undefined
  const fault = useFault(refused)
  return (
    <Form method="post" className="stack narrow" noValidate reloadDocument>
      <h2>{t('account.password')}</h2>
      {result && 'saved' in result ? (
        <p className="notice ok" role="status">
          {t('passwordPage.saved')}
        </p>
      ) : null}
      <Refusal of={refused} />
      {proof === 'password' ? null : <p className="notice">{t('passwordPage.none')}</p>}
      <ProofField proof={proof} name="current" />
      <NewPasswordField label={t('passwordPage.new')} fault={fault('password')} />
      <button className="btn primary" type="submit">
        {t('passwordPage.save')}
      </button>
    </Form>
  )
}
