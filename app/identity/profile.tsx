import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { profileInput } from '#server/identity/account/profile.schema.ts'
import { updateProfile } from '#server/identity/account/update-profile.server.ts'
import { proofWanted, proveOneself } from '#server/identity/door/prove-oneself.server.ts'
import { beginOidc } from '#server/identity/oidc/begin-oidc.server.ts'
import { detachIdentity, hasIdentity } from '#server/identity/oidc/own-identity.server.ts'
import { providerName } from '#server/identity/oidc/provider.server.ts'
import { signedInAccount, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { OwnProvider } from './oidc/own-provider.tsx'
import { fieldFaults, refusedBy, refusedFields, typedIn } from './refusal.server.ts'
import { useFault } from './refusal.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = signedInAccount(args)
  const { site } = args.context
  const { account, locale } = ctx
  // The provider knows the product's own address alone.
  const provider = site ? null : providerName()
  const attached = provider ? await hasIdentity(ctx) : false
  return {
    name: account.name,
    locale,
    provider,
    attached,
    proof: await proofWanted(ctx),
    title: i18nFor(locale).t('identity:account.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const form = await submitted(args)
  if (form.get('intent') === 'detacher') {
    await detachIdentity(ctx)
    return data({ saved: true })
  }
  if (form.get('intent') === 'relier') {
    try {
      await proveOneself(ctx, args.request.headers.get('cookie'), String(form.get('proof') ?? ''))
      const { url, cookie } = await beginOidc(ctx, '/compte', ctx.account.id)
      return data({ goTo: url }, { headers: { 'set-cookie': cookie } })
    } catch (error) {
      return refusedBy(error, {})
    }
  }
  const typed = typedIn(form, 'name', 'locale')
  const parsed = profileInput.safeParse(typed)
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  await updateProfile(ctx, parsed.data)
  return data({ saved: true })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Profile() {
  const page = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const refused = result && 'fields' in result ? result : undefined
  const fault = useFault(refused)
  return (
    <div className="stack">
      <Form method="post" className="stack narrow" noValidate>
        <h2>{t('account.profile')}</h2>
        {result && 'saved' in result ? (
          <p className="notice ok" role="status">
            {t('account.saved')}
          </p>
        ) : null}
        <Field label={t('account.name')} hint={t('account.nameHint')} fault={fault('name')}>
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              autoComplete="name"
              defaultValue={refused?.typed.name ?? page.name}
              required
            />
          )}
        </Field>
        <Field label={t('account.language')}>
          {(attributes) => (
            <select {...attributes} name="locale" defaultValue={refused?.typed.locale ?? page.locale}>
              <option value="fr" lang="fr">
                {t('account.french')}
              </option>
              <option value="en" lang="en">
                {t('account.english')}
              </option>
            </select>
          )}
        </Field>
        <button className="btn primary" type="submit">
          {t('account.save')}
        </button>
      </Form>
      {page.provider ? (
        <OwnProvider
          name={page.provider}
          attached={page.attached}
          proof={page.proof}
          goTo={result && 'goTo' in result ? result.goTo : undefined}
          refused={refused}
        />
      ) : null}
    </div>
  )
}
