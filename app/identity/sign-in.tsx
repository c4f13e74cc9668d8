import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ownPath } from '#server/identity/door/own-path.ts'
import { signInInput } from '#server/identity/door/sign-in.schema.ts'
import { signIn } from '#server/identity/door/sign-in.server.ts'
import { providerName } from '#server/identity/oidc/provider.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { activeNetwork, networkById } from '#server/kernel/networks.ts'
import { submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { placesOf } from '../shell.server.ts'
import { Field } from '../ui/field.tsx'
import { afterSignIn } from './after-sign-in.ts'

export function loader({ request, context: { context, demo } }: LoaderFunctionArgs) {
  const back = ownPath(new URL(request.url).searchParams.get('retour'), '')
  if (context.account) throw redirect(back || homeOf(context))
  const slug = activeNetwork(back.split('/')[1] ?? '')?.slug
  return {
    back,
    team: slug ? `/${slug}/equipe` : null,
    demo,
    provider: providerName(),
    title: i18nFor(context.locale).t('identity:title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await submitted(args)
  const typed = { email: String(form.get('email') ?? ''), password: String(form.get('password') ?? '') }
  const parsed = signInInput.safeParse(typed)
  if (!parsed.success) {
    const fields = Object.fromEntries(
      parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]),
    )
    return data({ email: typed.email, fields, refusal: null }, { status: 400 })
  }
  try {
    const { cookie, awaitsPasskey } = await signIn(
      args.context.context,
      parsed.data,
      args.request.headers.get('cookie'),
    )
    const wish = ownPath(String(form.get('retour') ?? ''), '')
    return redirect(afterSignIn(awaitsPasskey, wish), {
      headers: { 'set-cookie': cookie },
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const refusal = { code: error.code.split('.')[1]!, details: error.details }
    return data(
      { email: typed.email, fields: {} as Record<string, string>, refusal },
      { status: error.status },
    )
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

/** Their first place; where a network first asks its administrators for a passkey, the page that makes one. */
function homeOf({ grants, passkeyWantedBy = [] }: Context) {
  const asking = passkeyWantedBy.map(networkById).find((known) => known?.status === 'active')
  return placesOf(grants)[0]?.home ?? (asking ? `/compte/cles?reseau=${asking.slug}` : '/')
}

export default function SignIn() {
  const { back, team, demo, provider } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const fault = (field: string) => (result?.fields[field] ? t(`faults.${result.fields[field]}`) : undefined)
  return (
    <div className="wrap page narrow">
      <h1>{t('heading')}</h1>
      {back ? <p>{t('toContinue')}</p> : null}
      {result?.refusal ? (
        <p className="notice bad" role="alert">
          {t(`refusal.${result.refusal.code}`, result.refusal.details as { minutes?: number })}
        </p>
      ) : null}
      <Form method="post" className="stack" noValidate reloadDocument>
        <input type="hidden" name="retour" value={back} />
        <Field label={t('email')} fault={fault('email')}>
          {(attributes) => (
            <input
              {...attributes}
              type="email"
              name="email"
              autoComplete="username"
              defaultValue={result?.email}
              required
            />
          )}
        </Field>
        <Field label={t('password')} fault={fault('password')}>
          {(attributes) => (
            <input {...attributes} type="password" name="password" autoComplete="current-password" required />
          )}
        </Field>
        <button className="btn primary" type="submit">
          {t('submit')}
        </button>
      </Form>
      {provider ? (
        <p>
          <a className="btn" href={`/connexion/fournisseur?${new URLSearchParams({ retour: back })}`}>
            {t('provider.signIn', { name: provider })}
          </a>
        </p>
      ) : null}
      <ul className="stack">
        <li>
          <Link to={`/connexion/lien?${new URLSearchParams({ retour: back })}`}>{t('newHere.link')}</Link>
        </li>
        <li>
          <Link to="/connexion/oubli">{t('newHere.forgotten')}</Link>
        </li>
      </ul>
      <p className="muted">
        {t('newHere.noAccount')} {team ? <Link to={team}>{t('newHere.team')}</Link> : null}
      </p>
      {demo ? <p className="notice">{t('demoHint')}</p> : null}
    </div>
  )
}
