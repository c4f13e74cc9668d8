import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { stopByLink } from '#server/crm/freshness/verify-by-link.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Said } from './said.tsx'

export function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  return { title: i18nFor(ctx.locale).t('space:stop.title'), network: nameOf(ctx.network) }
}

/** Asked by a button, or by the reader's mail program on their behalf: one POST. */
export async function action(args: ActionFunctionArgs) {
  try {
    await stopByLink(publicNetwork(args), args.params.token ?? '')
    return data({ done: true })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return data({ done: false }, { status: error.status })
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: 'robots', content: 'noindex' },
  { name: 'referrer', content: 'same-origin' },
]

export default function VerifyStop() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  if (answer)
    return (
      <Said
        title={page.title}
        text={answer.done ? t('stop.done', { network: page.network }) : t('verify.spent')}
      />
    )
  return (
    <div className="wrap page narrow stack">
      <h1>{page.title}</h1>
      <p>{t('stop.ask', { network: page.network })}</p>
      <Form method="post">
        <button className="btn primary" type="submit">
          {t('stop.confirm')}
        </button>
      </Form>
    </div>
  )
}
