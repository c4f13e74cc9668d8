import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import {
  holderLinkShown,
  useHolderLink as spendHolderLink,
} from '#server/dispositifs/start/use-holder-link.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { publicNetwork } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { afterSignIn } from '../../identity/after-sign-in.ts'
import { Said } from '../../space/said.tsx'

/** Opening the page begins nothing: programs that read mails follow links too. The button does. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  const shown = await holderLinkShown(ctx, args.params.token ?? '')
  const { t } = i18nFor(ctx.locale)
  return data(
    {
      shown,
      title: t(shown ? `dispositifs:holder.link.${shown.what}` : 'dispositifs:holder.link.spentTitle'),
    },
    { status: shown ? 200 : 410 },
  )
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  try {
    const opened = await spendHolderLink(ctx, args.params.token ?? '', args.request.headers.get('cookie'))
    return redirect(afterSignIn(opened.awaitsPasskey, `${opened.path}/remplir`), {
      headers: opened.cookie ? { 'set-cookie': opened.cookie } : {},
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ refusal: error.code.split('.')[1]! }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function UseLink() {
  const { shown, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const closed = refused?.refusal === 'call_closed' || refused?.refusal === 'too_many_drafts'
  if (closed) return <Said title={title} text={t(`faults.${refused.refusal}`)} />
  if (!shown || refused) return <Said title={t('holder.link.spentTitle')} text={t('holder.link.spent')} />
  return (
    <div className="wrap page narrow stack">
      <h1>{title}</h1>
      <p>
        {shown.what === 'editor'
          ? t('holder.link.editorText', { dossier: shown.dossier, email: shown.email })
          : t('holder.link.startText', { email: shown.email })}
      </p>
      <Form method="post" reloadDocument>
        <button className="btn primary" type="submit">
          {t(`holder.link.${shown.what}Button`)}
        </button>
      </Form>
    </div>
  )
}
