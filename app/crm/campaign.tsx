import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { days } from '#packages/referentials/dates.ts'
import { getCampaign, RECIPIENT_STATES } from '#server/crm/freshness/get-campaign.server.ts'
import { remindCampaign } from '#server/crm/freshness/remind-campaign.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { ConfirmSubmit } from '../ui/confirm-submit.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { useDone } from '../ui/use-done.ts'
import { VisibleBy } from '../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const { recipients, ...campaign } = await answering(args, async () =>
    getCampaign(ctx, recordId(args.params.campaign)),
  )
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  const number = new Intl.NumberFormat(locale)
  const { t } = i18nFor(locale)
  const counted = Map.groupBy(recipients, ({ state }) => state)
  const of = (state: (typeof RECIPIENT_STATES)[number]) => counted.get(state)?.length ?? 0
  return {
    title: campaign.subject,
    slug: network.slug,
    on: day.format(campaign.createdAt),
    remindedOn: campaign.remindedAt && day.format(campaign.remindedAt),
    body: campaign.body,
    silent: of('sent') + of('opened'),
    mayRemind: campaign.remindedAt === null && may(ctx, crm['page:decide']),
    bars: RECIPIENT_STATES.map((key) => ({
      key,
      label: t(`space:campaign.state.${key}`),
      value: of(key),
      text: number.format(of(key)),
    })),
    recipients,
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, crm['page:decide'])
  if ((await submitted(args)).get('intent') !== 'relancer') throw data(null, { status: 400 })
  const here = `/${ctx.network.slug}/bureau/fraicheur/campagnes/${args.params.campaign}`
  return answering(args, async () => {
    try {
      await remindCampaign(ctx, recordId(args.params.campaign))
    } catch (error) {
      // Two people at once: the reminder left, which is what was wanted.
      if (!(error instanceof DomainError) || error.code !== 'crm.reminded_already') throw error
    }
    return redirect(`${here}?fait=relancee`)
  })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Campaign() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const done = useDone()
  const base = `/${page.slug}/bureau`
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${base}/fraicheur`}>{t('fresh.title')}</Link>
      </nav>
      <h1>{page.title}</h1>
      {done === 'envoyee' || done === 'relancee' ? (
        <p className="notice ok" role="status">
          {t(`campaign.done.${done}`)}
        </p>
      ) : null}
      <p className="muted">
        {t('campaign.sentOn', { date: page.on })}{' '}
        {page.remindedOn ? t('campaign.remindedOn', { date: page.remindedOn }) : null}
      </p>
      <section className="card">
        <BarChart
          words={{ title: t('campaign.follow'), table: t('fresh.table') }}
          head={[t('campaign.answer'), t('campaign.organisations')]}
          bars={page.bars}
        />
      </section>
      {page.mayRemind && page.silent > 0 ? (
        <Form method="post">
          <ConfirmSubmit
            label={t('campaign.remind', { count: page.silent })}
            question={t('campaign.remindQuestion')}
            consequence={t('campaign.remindConsequence', { count: page.silent })}
            name="intent"
            value="relancer"
          />
        </Form>
      ) : null}
      <details>
        <summary>{t('campaign.text')}</summary>
        <p className="words card">{page.body}</p>
      </details>
      <DataTable
        caption={t('campaign.organisations')}
        rows={page.recipients}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'name',
            label: t('field.name'),
            cell: (one) => <Link to={`${base}/structures/${one.organisationId}`}>{one.organisation}</Link>,
          },
          { key: 'email', label: t('campaign.address'), cell: ({ email }) => email },
          { key: 'state', label: t('campaign.answer'), cell: ({ state }) => t(`campaign.state.${state}`) },
        ]}
      />
      <VisibleBy who="team" />
    </div>
  )
}
