import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData, useSubmit } from '@remix-run/react'
import { browserSupportsWebAuthn, startAuthentication } from '@simplewebauthn/browser'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownPath } from '#server/identity/door/own-path.ts'
import { finishPasskeySignIn } from '#server/identity/passkey/finish-sign-in.server.ts'
import { signInAnswer } from '#server/identity/passkey/passkey.schema.ts'
import { awaitingSession } from '#server/identity/passkey/sessions.server.ts'
import { spendRecoveryCode } from '#server/identity/passkey/spend-recovery-code.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { productOrigin } from '#server/portal/public.ts'
import { submitted } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Field } from '../../ui/field.tsx'
import { useHydrated } from '../../ui/use-hydrated.ts'
import { refusedBy, typedIn } from '../refusal.server.ts'
import { Refusal } from '../refusal.tsx'
import { askOptions } from './ask-options.ts'

/** Whoever comes here without having given a password or a link first begins there. */
async function orBegin<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError && error.status === 401) throw redirect('/connexion')
    throw error
  }
}

export async function loader({ request, context: { context, site } }: LoaderFunctionArgs) {
  const back = ownPath(new URL(request.url).searchParams.get('retour'), '')
  // A key was made for the product's own address: at a network's own, it cannot answer.
  if (site) throw redirect(`${productOrigin()}/connexion?${new URLSearchParams({ retour: back })}`)
  if (context.account) throw redirect(back || '/connexion')
  const cookies = request.headers.get('cookie')
  if (!(await awaitingSession(cookies, context.clock))) throw redirect('/connexion')
  return { back, title: i18nFor(context.locale).t('identity:answer.title') }
}

export async function action(args: ActionFunctionArgs) {
  const { context } = args.context
  const form = await submitted(args)
  const { code = '' } = typedIn(form, 'code')
  const cookies = args.request.headers.get('cookie')
  const back = ownPath(String(form.get('retour') ?? ''), '/connexion')
  try {
    const { cookie } = await orBegin(async () => {
      if (form.get('intent') === 'code') return spendRecoveryCode(context, cookies, code)
      const answer = signInAnswer.safeParse(String(form.get('response') ?? ''))
      if (!answer.success) throw data(null, { status: 400 })
      return finishPasskeySignIn(context, cookies, answer.data)
    })
    return redirect(back, { headers: { 'set-cookie': cookie } })
  } catch (error) {
    if (error instanceof DomainError) return refusedBy(error, { code })
    throw error
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
]

export default function AnswerPasskey() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('identity')
  const hydrated = useHydrated()
  const can = hydrated && browserSupportsWebAuthn()
  const submit = useSubmit()
  const [failed, setFailed] = useState(false)
  const answer = async () => {
    setFailed(false)
    try {
      const optionsJSON = await askOptions('/connexion/cle/question')
      const response = await startAuthentication({ optionsJSON })
      submit({ response: JSON.stringify(response), retour: page.back }, { method: 'post' })
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="wrap page narrow stack">
      <h1>{t('answer.heading')}</h1>
      <p>{t('answer.text')}</p>
      <Refusal of={refused} />
      {failed ? (
        <p className="notice bad" role="alert">
          {t('answer.failed')}
        </p>
      ) : null}
      {can ? (
        <button className="btn primary" type="button" onClick={answer}>
          {t('answer.use')}
        </button>
      ) : (
        <p className="notice">{t(hydrated ? 'passkeys.unsupported' : 'answer.needsScript')}</p>
      )}
      <details open={refused?.refusal?.code === 'code_refused' || !can}>
        <summary>{t('answer.lost')}</summary>
        <Form method="post" className="stack" noValidate reloadDocument>
          <input type="hidden" name="retour" value={page.back} />
          <Field label={t('answer.code')} hint={t('answer.codeHint')}>
            {(attributes) => (
              <input
                {...attributes}
                name="code"
                autoComplete="one-time-code"
                defaultValue={refused?.typed.code}
                required
              />
            )}
          </Field>
          <button className="btn" type="submit" name="intent" value="code">
            {t('answer.useCode')}
          </button>
        </Form>
        <p className="small muted">{t('answer.lostBoth')}</p>
      </details>
      <form method="post" action="/compte/deconnexion">
        <input type="hidden" name="retour" value="/connexion" />
        <button className="btn quiet" type="submit">
          {t('answer.other')}
        </button>
      </form>
    </div>
  )
}
