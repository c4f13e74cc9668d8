import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { finishOidc } from '#server/identity/oidc/finish-oidc.server.ts'
import { providerName } from '#server/identity/oidc/provider.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { i18nFor } from '../../i18n.server.ts'
import { afterSignIn } from '../after-sign-in.ts'
import { ProviderTrouble } from './provider-trouble.tsx'

export async function loader({ request, context: { context } }: LoaderFunctionArgs) {
  const name = providerName()
  if (!name) throw data(null, { status: 404 })
  try {
    const query = new URL(request.url).searchParams
    const done = await finishOidc(context, query, request.headers.get('cookie'))
    throw redirect(
      afterSignIn(done.awaitsPasskey, done.path),
      done.cookie ? { headers: { 'set-cookie': done.cookie } } : undefined,
    )
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const title = i18nFor(context.locale).t('identity:provider.title', { name })
    const email = String(error.details.email ?? '')
    return data({ code: error.code.split('.')[1]!, name, email, title }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function ReturnFromProvider() {
  return <ProviderTrouble {...useLoaderData<typeof loader>()} />
}
