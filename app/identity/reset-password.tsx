import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { peekLink } from '#server/identity/door/links.server.ts'
import { resetPassword } from '#server/identity/door/reset-password.server.ts'
import { submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { afterSignIn } from './after-sign-in.ts'
import { NewPasswordField } from './new-password-field.tsx'
import { refusedBy } from './refusal.server.ts'
import { useFault } from './refusal.tsx'
import { SpentLink } from './spent-link.tsx'

export async function loader({ params, context: { context } }: LoaderFunctionArgs) {
  const usable = await peekLink(params.token ?? '', 'reset', context.clock.now())
  const title = i18nFor(context.locale).t(usable ? 'identity:reset.chooseTitle' : 'identity:spent.title')
  return data({ usable: Boolean(usable), title }, { status: usable ? 200 : 410 })
}

export async function action(args: ActionFunctionArgs) {
  const form = await submitted(args)
  const { context } = args.context
  const password = String(form.get('password') ?? '')
  try {
    const cookies = args.request.headers.get('cookie')
    const { cookie, awaitsPasskey } = await resetPassword(context, args.params.token ?? '', password, cookies)
    return redirect(afterSignIn(awaitsPasskey, ''), { headers: { 'set-cookie': cookie } })
  } catch (error) {
    return refusedBy(error, {})
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function ResetPassword() {
  const { usable } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const fault = useFault(refused)
  const { t } = useTranslation('identity')
  if (!usable || refused?.refusal) return <SpentLink another="/connexion/oubli" />
  return (
    <div className="wrap page narrow">
      <h1>{t('reset.chooseTitle')}</h1>
      <p>{t('reset.chooseText')}</p>
      <Form method="post" className="stack" noValidate reloadDocument>
        <NewPasswordField label={t('passwordPage.new')} fault={fault('password')} />
        <button className="btn primary" type="submit">
          {t('reset.choose')}
        </button>
      </Form>
    </div>
  )
}
