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
import { openByLink } from '#server/identity/door/open-by-link.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { i18nFor } from '../i18n.server.ts'
import { afterSignIn } from './after-sign-in.ts'
import { SpentLink } from './spent-link.tsx'

/** Opening the page spends nothing: mail readers follow links too. The button does. */
export async function loader({ params, context: { context } }: LoaderFunctionArgs) {
  const usable = await peekLink(params.token ?? '', 'sign_in', context.clock.now())
  const title = i18nFor(context.locale).t(usable ? 'identity:link.useTitle' : 'identity:spent.title')
  return data({ usable: Boolean(usable), title }, { status: usable ? 200 : 410 })
}

export async function action({ request, params, context: { context } }: ActionFunctionArgs) {
  try {
    const { cookie, path, awaitsPasskey } = await openByLink(
      context,
      params.token ?? '',
      request.headers.get('cookie'),
    )
    return redirect(afterSignIn(awaitsPasskey, path), {
      headers: { 'set-cookie': cookie },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ spent: true }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function UseSignInLink() {
  const { usable } = useLoaderData<typeof loader>()
  const spent = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  if (!usable || spent) return <SpentLink another="/connexion/lien" />
  return (
    <div className="wrap page narrow">
      <h1>{t('link.useTitle')}</h1>
      <p>{t('link.useText')}</p>
      <Form method="post" reloadDocument>
        <button className="btn primary" type="submit">
          {t('link.use')}
        </button>
      </Form>
    </div>
  )
}
