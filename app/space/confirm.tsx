import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmMessage } from '#server/crm/message/send-message.server.ts'
import { confirmRegistration } from '#server/crm/registration/register.server.ts'
import { confirmRepresentation } from '#server/identity/representation/ask-unknown.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { linkShown } from '#server/kernel/link/ask-confirmation.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Said } from './said.tsx'

/** What each does, and the words of `confirm.done` that say so. */
const CONFIRMS: Record<string, (ctx: Context, token: string) => Promise<string>> = {
  representation: async (ctx, token) => {
    await confirmRepresentation(ctx, token)
    return 'representation'
  },
  registration: async (ctx, token) => {
    await confirmRegistration(ctx, token)
    return 'registration'
  },
  message: async (ctx, token) => `message_${await confirmMessage(ctx, token)}`,
}

/** Opening the page confirms nothing: programs that read mails follow links too. The button does. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const purpose = await linkShown(ctx, args.params.token ?? '')
  const usable = purpose !== null && purpose in CONFIRMS
  return data(
    {
      title: i18nFor(ctx.locale).t(usable ? 'space:confirm.title' : 'space:confirm.spentTitle'),
      network: nameOf(ctx.network),
      home: `/${ctx.network.slug}`,
      usable,
    },
    { status: usable ? 200 : 410 },
  )
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  const token = args.params.token ?? ''
  const purpose = await linkShown(ctx, token)
  const act = purpose === null ? undefined : CONFIRMS[purpose]
  if (!act || !purpose) return data({ done: null, refusal: null }, { status: 410 })
  try {
    const done: string | null = await act(ctx, token)
    // The loader, asked after it, finds the link spent and would say so.
    return data({ done, refusal: null }, { status: 200 })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const refusal = error.code === 'crm.not_contactable' ? 'notContactable' : null
    return data({ done: null, refusal }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function Confirm() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  if (answer?.done)
    return (
      <Said
        title={t(answer.done.endsWith('_nobody') ? 'confirm.waitsTitle' : 'confirm.doneTitle')}
        text={t(`confirm.done.${answer.done}`, { network: page.network })}
      >
        <Link to={page.home}>{t('confirm.home')}</Link>
      </Said>
    )
  if (answer?.refusal)
    return (
      <Said title={t('confirm.notContactableTitle')} text={t('confirm.notContactable')}>
        <Link to={page.home}>{t('confirm.home')}</Link>
      </Said>
    )
  if (!page.usable || answer) return <Said title={t('confirm.spentTitle')} text={t('confirm.spent')} />
  return (
    <div className="wrap page narrow stack">
      <h1>{page.title}</h1>
      <p>{t('confirm.text')}</p>
      <Form method="post">
        <button className="btn primary" type="submit">
          {t('confirm.button')}
        </button>
      </Form>
    </div>
  )
}
