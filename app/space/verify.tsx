import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmByLink, openVerification } from '#server/crm/freshness/verify-by-link.server.ts'
import { everyField } from '#server/crm/page/page.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { fieldLabel, fieldText } from './page-words.server.ts'
import { Said } from './said.tsx'

/** Opening the page confirms nothing: programs that read mails follow links too. The button does. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const { t } = i18nFor(ctx.locale)
  const here = `/${ctx.network.slug}/verifier/${args.params.token}`
  try {
    const opened = await openVerification(ctx, args.params.token ?? '')
    if (!opened) {
      const title = t('space:verify.answeredTitle')
      return data({ title, network: nameOf(ctx.network), here, facts: [], state: 'answered' })
    }
    const { name, page, own } = opened
    const facts = everyField(page).flatMap((field) => {
      const value = fieldText(field, page[field], ctx.locale, own)
      // What is empty is shown too: it may be what is to be corrected.
      return field !== 'seatPrivate' || page.seatPrivate
        ? [{ field, label: fieldLabel(field, own, ctx.locale), value }]
        : []
    })
    const title = t('space:verify.title', { name })
    return data({
      title,
      network: nameOf(ctx.network),
      here,
      facts,
      state: 'open',
    })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const title = t('space:confirm.spentTitle')
    return data(
      { title, network: nameOf(ctx.network), here, facts: [], state: 'spent' },
      { status: error.status },
    )
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = publicNetwork(args)
  try {
    await confirmByLink(ctx, args.params.token ?? '')
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

export default function Verify() {
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('space')
  if (answer?.done)
    return <Said title={t('verify.thanksTitle')} text={t('verify.thanks', { network: page.network })} />
  if (page.state === 'answered' || answer)
    return <Said title={t('verify.answeredTitle')} text={t('verify.answered', { network: page.network })} />
  if (page.state === 'spent') return <Said title={t('confirm.spentTitle')} text={t('verify.spent')} />
  return (
    <div className="wrap page narrow stack">
      <h1>{page.title}</h1>
      <p className="lead">{t('verify.lead', { network: page.network })}</p>
      <dl className="facts card">
        {page.facts.map(({ field, label, value }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd className={value ? 'words' : 'muted'}>{value || t('verify.unsaid')}</dd>
          </div>
        ))}
      </dl>
      <Form method="post" className="row">
        <button className="btn primary" type="submit">
          {t('verify.allRight')}
        </button>
        <Link className="btn" to={`${page.here}/corriger`}>
          {t('verify.correct')}
        </Link>
      </Form>
      <p className="small">
        <Link to={`${page.here}/arreter`}>{t('verify.toStop')}</Link>
      </p>
    </div>
  )
}
