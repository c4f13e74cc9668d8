import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { hasPasskey } from '#server/identity/passkey/has-passkey.server.ts'
import { requirePasskey, requiresPasskey } from '#server/identity/passkey/require-passkey.server.ts'
import { identity } from '#server/identity/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { refusedBy } from '../refusal.server.ts'
import { Refusal } from '../refusal.tsx'
import { Done } from './done.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, identity['security:manage'])
  return {
    required: await answering(args, () => requiresPasskey(ctx)),
    mine: await hasPasskey(ctx.account.id),
    title: i18nFor(ctx.locale).t('identity:security.title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, identity['security:manage'])
  const required = (await submitted(args)).get('obligatoire') === 'oui'
  try {
    await requirePasskey(ctx, required)
  } catch (error) {
    if (error instanceof DomainError && error.code === 'identity.passkey_first') return refusedBy(error, {})
    return answering(args, () => Promise.reject(error))
  }
  return redirect(`/${ctx.network.slug}/bureau/securite?fait=${required ? 'cle-obligatoire' : 'cle-libre'}`)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Security() {
  const { required, mine } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  return (
    <div className="stack narrow">
      <h1>{t('security.title')}</h1>
      <Done />
      <Refusal of={refused} />
      <Form method="post" className="card stack">
        <h2>{t('security.passkey')}</h2>
        <p>{t('security.passkeyText')}</p>
        <p>
          <strong>{t(required ? 'security.isRequired' : 'security.isOptional')}</strong>
        </p>
        {mine || required ? null : (
          <p className="notice">
            {t('security.first')} <Link to="/compte/cles">{t('security.make')}</Link>
          </p>
        )}
        <button
          className={required ? 'btn' : 'btn primary'}
          type="submit"
          name="obligatoire"
          value={required ? 'non' : 'oui'}
        >
          {t(required ? 'security.free' : 'security.require')}
        </button>
      </Form>
      <VisibleBy who="admins" />
    </div>
  )
}
