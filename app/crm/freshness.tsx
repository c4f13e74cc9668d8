import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { days } from '#packages/referentials/dates.ts'
import { findCampaigns } from '#server/crm/freshness/find-campaigns.server.ts'
import { AGES, getFreshness, PAGE_SETS, type PageSet } from '#server/crm/freshness/freshness.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { StatTile } from '../ui/stat-tile.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['page:read'])
  const query = new URL(args.request.url).searchParams
  const asked = query.get('quelles') as PageSet
  const set = PAGE_SETS.includes(asked) ? asked : 'stale'
  const page = Math.min(1000, Math.max(1, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  const found = await answering(args, () => getFreshness(ctx, set, page))
  const campaigns = await answering(args, () => findCampaigns(ctx))
  const { locale, network } = ctx
  const day = days(locale, network.timeZone, 'long')
  const number = new Intl.NumberFormat(locale)
  const { t } = i18nFor(locale)
  const { ages } = found
  const fresh = ages.under_6 + ages.under_12
  const rate = new Intl.NumberFormat(locale, { style: 'percent' }).format(ages.total ? fresh / ages.total : 0)
  return {
    title: t('space:fresh.title'),
    slug: network.slug,
    set,
    page,
    pages: found.pages,
    total: found.total,
    mayWrite: may(ctx, crm['page:decide']),
    tiles: [
      { key: 'rate', value: rate, scope: t('space:fresh.scope', { count: ages.total }) },
      {
        key: 'never',
        value: number.format(ages.never),
        scope: t('space:fresh.scope', { count: ages.total }),
      },
      {
        key: 'no_email',
        value: number.format(ages.no_email),
        scope: t('space:fresh.scope', { count: ages.total }),
      },
    ],
    bars: AGES.map((key) => ({
      key,
      label: t(`space:fresh.age.${key}`),
      value: ages[key],
      text: number.format(ages[key]),
    })),
    lines: found.lines.map(({ verifiedAt, updatedAt, ...line }) => ({
      ...line,
      verified: verifiedAt && day.format(new Date(verifiedAt)),
      updated: day.format(new Date(updatedAt)),
    })),
    campaigns: campaigns.map(({ createdAt, ...one }) => ({ ...one, on: day.format(createdAt) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Freshness() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('space')
  const base = `/${page.slug}/bureau`
  return (
    <div className="stack">
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.mayWrite ? (
          <Link className="btn primary" to={`${base}/fraicheur/campagnes/nouvelle`}>
            {t('fresh.write')}
          </Link>
        ) : null}
      </div>
      <p className="muted">{t('fresh.lead')}</p>
      <div className="figs">
        {page.tiles.map(({ key, value, scope }) => (
          <StatTile key={key} value={value} label={t(`fresh.tile.${key}`)} scope={scope} />
        ))}
      </div>
      <section className="card">
        <BarChart
          words={{ title: t('fresh.chart'), table: t('fresh.table') }}
          head={[t('fresh.lastCheck'), t('fresh.pages')]}
          bars={page.bars}
        />
      </section>
      {page.campaigns.length > 0 ? (
        <section className="stack" aria-labelledby="campagnes">
          <h2 id="campagnes">{t('fresh.campaigns')}</h2>
          <ul className="todo">
            {page.campaigns.map(({ id, subject, sent, answered, on }) => (
              <li key={id}>
                <div className="grow">
                  <Link to={`${base}/fraicheur/campagnes/${id}`}>{subject}</Link>
                  <p className="small muted">
                    {[on, t('fresh.sent', { count: sent }), t('fresh.answered', { count: answered })].join(
                      ' · ',
                    )}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className="stack" aria-labelledby="pages">
        <h2 id="pages">{t('fresh.which')}</h2>
        <nav className="chips" aria-label={t('fresh.which')}>
          {(['stale', 'never', 'no_email', 'all'] as const).map((set) => (
            <Link
              key={set}
              className="chip"
              to={`?quelles=${set}`}
              aria-current={page.set === set ? 'page' : undefined}
            >
              {t(`fresh.set.${set}`)}
            </Link>
          ))}
        </nav>
        {page.lines.length === 0 ? (
          <p className="empty">{t('fresh.none')}</p>
        ) : (
          <>
            <p className="muted">{t('fresh.found', { count: page.total })}</p>
            <DataTable
              caption={t(`fresh.set.${page.set}`)}
              rows={page.lines}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  label: t('field.name'),
                  cell: ({ id, name }) => <Link to={`${base}/structures/${id}`}>{name}</Link>,
                },
                { key: 'city', label: t('field.commune'), cell: ({ city }) => city },
                {
                  key: 'verified',
                  label: t('fresh.lastCheck'),
                  number: true,
                  cell: ({ verified }) => verified ?? t('fresh.never'),
                },
                {
                  key: 'updated',
                  label: t('fresh.lastChange'),
                  number: true,
                  cell: ({ updated }) => updated,
                },
                {
                  key: 'email',
                  label: t('fresh.address'),
                  cell: ({ hasEmail }) => t(hasEmail ? 'fresh.hasAddress' : 'fresh.noAddress'),
                },
              ]}
            />
            {page.pages > 1 ? <Pagination page={page.page} pages={page.pages} /> : null}
          </>
        )}
      </section>
      <VisibleBy who="team" />
    </div>
  )
}
