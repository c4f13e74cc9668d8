import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmEmailChange, peekEmailChange } from '#server/identity/account/confirm-email-change.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { i18nFor } from '../i18n.server.ts'
import { SpentLink } from './spent-link.tsx'

export async function loader({ params, context: { context } }: LoaderFunctionArgs) {
  const change = await peekEmailChange(params.token ?? '', context.clock.now())
  const title = i18nFor(context.locale).t(
    change ? 'identity:addressPage.confirmTitle' : 'identity:spent.title',
  )
  return data({ email: change?.newEmail ?? null, title }, { status: change ? 200 : 410 })
}

export async function action({ request, params, context: { context } }: ActionFunctionArgs) {
  try {
    const state = await confirmEmailChange(context, params.token ?? '', request.headers.get('cookie'))
    return data({ state })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ state: 'spent' as const }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function ConfirmAddress() {
  const { email } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()?.state
  const { t } = useTranslation('identity')
  if (state === 'spent' || (!email && !state)) return <SpentLink another="/compte/adresse" />
  return (
    <div className="wrap page narrow">
      <h1>{t('addressPage.confirmTitle')}</h1>
      {state ? (
        <>
          <p className="notice ok" role="status">
            {t(`addressPage.${state}`)}
          </p>
          <p>
            <Link to="/compte">{t('addressPage.home')}</Link>
          </p>
        </>
      ) : (
        <>
          <p>{t('addressPage.confirmText', { email })}</p>
          <Form method="post">
            <button className="btn primary" type="submit">
              {t('addressPage.confirm')}
            </button>
          </Form>
        </>
      )}
    </div>
  )
}
