import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { moments } from '#packages/referentials/dates.ts'
import { overseeMessages } from '#server/crm/message/find-messages.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { DataTable } from '../ui/data-table.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const { locale, network } = ctx
  const found = await answering(args, () => overseeMessages(ctx))
  const moment = moments(locale, network.timeZone, 'long')
  const number = new Intl.NumberFormat(locale)
  return {
    title: i18nFor(locale).t('space:oversee.title'),
    base: `/${network.slug}/bureau`,
    lines: found.map(({ sentAt, length, confirmed, relayed, reached, handedOver, ...line }) => ({
      ...line,
      on: moment.format(sentAt),
      length: number.format(length),
      state: stateOf(confirmed, reached, handedOver),
      opens: relayed && reached === 0 && may(ctx, crm['page:decide']),
    })),
  }
}

const stateOf = (confirmed: boolean, reached: number, handedOver: boolean) => {
  if (!confirmed) return 'unconfirmed'
  if (reached > 0) return 'relayed'
  return handedOver ? 'handedOver' : 'unreached'
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Messages() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  return (
    <div className="stack">
      <h1>{page.title}</h1>
      <p className="muted">{t('oversee.lead')}</p>
      {page.lines.length === 0 ? (
        <p className="empty">{t('oversee.none')}</p>
      ) : (
        <DataTable
          caption={page.title}
          rows={page.lines}
          rowKey={({ id }) => id}
          columns={[
            { key: 'on', label: t('oversee.on'), cell: ({ on }) => on },
            { key: 'sender', label: t('oversee.sender'), cell: ({ sender }) => sender },
            {
              key: 'organisation',
              label: t('oversee.organisation'),
              cell: ({ organisation, organisationId }) => (
                <Link to={`${page.base}/structures/${organisationId}`}>{organisation}</Link>
              ),
            },
            { key: 'length', label: t('oversee.length'), cell: ({ length }) => length, number: true },
            {
              key: 'state',
              label: t('oversee.state'),
              cell: ({ id, state, opens, organisation }) =>
                opens ? (
                  <Link to={`${page.base}/messages/${id}`}>
                    {t(`oversee.is.${state}`)}
                    <span className="sr-only"> {organisation}</span>
                  </Link>
                ) : (
                  t(`oversee.is.${state}`)
                ),
            },
          ]}
        />
      )}
      <VisibleBy who="team" />
    </div>
  )
}
