import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ownPath } from '#server/identity/door/own-path.ts'
import { beginOidc } from '#server/identity/oidc/begin-oidc.server.ts'
import { providerName } from '#server/identity/oidc/provider.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { productOrigin } from '#server/portal/public.ts'
import { i18nFor } from '../../i18n.server.ts'
import { ProviderTrouble } from './provider-trouble.tsx'

/** Leaves for the provider; it knows the product's own address alone, so that is where one leaves from. */
export async function loader({ request, context: { context, site } }: LoaderFunctionArgs) {
  const url = new URL(request.url)
  if (site) throw redirect(productOrigin() + url.pathname + url.search)
  try {
    const path = ownPath(url.searchParams.get('retour'), '')
    const begun = await beginOidc(context, path)
    throw redirect(begun.url, { headers: { 'set-cookie': begun.cookie } })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const name = providerName()
    if (!name) throw data(null, { status: 404 })
    const title = i18nFor(context.locale).t('identity:provider.title', { name })
    return data({ code: error.code.split('.')[1]!, name, email: '', title }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function BeginOidc() {
  return <ProviderTrouble {...useLoaderData<typeof loader>()} />
}
