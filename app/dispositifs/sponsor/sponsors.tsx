import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { findSponsors } from '#server/dispositifs/sponsor/find-sponsors.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { DeskParts } from '../desk/desk-parts.tsx'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const { t } = i18nFor(ctx.locale)
  const day = days(ctx.locale, 'UTC', 'medium')
  const on = (iso: string | null) => (iso ? day.format(new Date(iso)) : null)
  const found = await answering(args, () => findSponsors(ctx))
  return {
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    rows: found.map(({ until, trainedOn, schemes, ...line }) => ({
      ...line,
      until: on(until),
      trained: on(trainedOn) ?? '',
      schemes: schemes.map((code) => code || t('dispositifs:follow.sponsor.all')).join(', '),
    })),
    mayWrite: may(ctx, dispositifs['sponsor:manage']),
    title: t('dispositifs:follow.sponsor.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

export default function Sponsors() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const add = page.mayWrite ? (
    <Link className="btn primary" to="agreer">
      {t('follow.sponsor.accredit')}
    </Link>
  ) : null
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: t('follow.sponsor.organisation'),
      cell: ({ id, name, city }) => (
        <>
          <Link to={id}>{name}</Link> {city ? <span className="muted">{city}</span> : null}
        </>
      ),
    },
    {
      key: 'state',
      label: t('follow.sponsor.accreditation'),
      cell: ({ inForce, soon, until }) => (
        <>
          <Badge
            tone={inForce ? (soon ? 'wait' : 'ok') : 'bad'}
            label={t(inForce ? 'follow.sponsor.inForce' : 'follow.sponsor.notInForce')}
          />{' '}
          {until ? t('follow.sponsor.until', { date: until }) : null}
        </>
      ),
    },
    { key: 'schemes', label: t('follow.sponsor.for'), cell: ({ schemes }) => schemes },
    { key: 'trained', label: t('follow.sponsor.trained'), cell: ({ trained }) => trained },
    { key: 'people', label: t('follow.sponsor.people'), number: true, cell: ({ people }) => people },
    {
      key: 'dossiers',
      label: t('column.dossiers'),
      number: true,
      cell: ({ dossiers, awaiting }) =>
        awaiting > 0 ? t('follow.sponsor.ofWhich', { dossiers, count: awaiting }) : dossiers,
    },
  ]
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={page.title} />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.rows.length > 0 ? add : null}
      </div>
      <DeskParts base={page.base} />
      <Done of="followUp" />
      <p className="muted">{t('follow.sponsor.lead')}</p>
      {page.rows.length === 0 ? (
        <EmptyList text={t('follow.sponsor.empty')}>{add}</EmptyList>
      ) : (
        <DataTable caption={page.title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
      )}
    </div>
  )
}
