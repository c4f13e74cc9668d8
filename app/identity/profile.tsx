import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { profileInput } from '#server/identity/account/profile.schema.ts'
import { updateProfile } from '#server/identity/account/update-profile.server.ts'
import { signedInAccount, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Field } from '../ui/field.tsx'
import { fieldFaults, refusedFields, typedIn } from './refusal.server.ts'
import { useFault } from './refusal.tsx'

export function loader(args: LoaderFunctionArgs) {
  const { account, locale } = signedInAccount(args)
  return { name: account.name, locale, title: i18nFor(locale).t('identity:account.title') }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = signedInAccount(args)
  const typed = typedIn(await submitted(args), 'name', 'locale')
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
  )
}
