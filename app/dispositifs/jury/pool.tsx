import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { isSector, sectorLabel } from '#packages/referentials/sectors.ts'
import { findInstructors } from '#server/dispositifs/instruction/find-instructors.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { DeskParts } from '../desk/desk-parts.tsx'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const { locale, network } = ctx
  const gone = new URL(args.request.url).searchParams.get('vue') === 'anciens'
  const lines = await answering(args, () => findInstructors(ctx, { gone }))
  const { t } = i18nFor(locale)
  return {
    ...{ base: `/${network.slug}/bureau/dispositifs`, gone, title: t('dispositifs:jury.pool.title') },
    mayManage: may(ctx, dispositifs['jury:manage']),
    organisations: new Set(
      lines.map(({ organisationId, organisation }) => organisationId ?? organisation).filter(Boolean),
    ).size,
    lines: lines.map(
      ({ id, name, organisation, sectors, countries, publics, most, hasAccess, toRead, sessions }) => ({
        ...{ id, name, organisation, most, hasAccess, toRead, sessions },
        knows: [
          ...sectors.map((key) => (isSector(key) ? sectorLabel(key, locale) : key)),
          ...countries.map((code) => countryName(code, locale)),
          ...publics.map((key) => t(`dispositifs:jury.public.${key}`)),
        ].join(', '),
      }),
    ),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Pool() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const columns: Column<(typeof page.lines)[number]>[] = [
    {
      key: 'name',
      label: t('jury.field.name'),
      cell: ({ id, name }) => <Link to={id}>{name}</Link>,
    },
    { key: 'organisation', label: t('jury.column.organisation'), cell: ({ organisation }) => organisation },
    { key: 'knows', label: t('jury.column.knows'), cell: ({ knows }) => knows },
    { key: 'toRead', label: t('jury.column.toRead'), number: true, cell: ({ toRead }) => toRead },
    {
      key: 'access',
      label: t('jury.column.access'),
      cell: ({ hasAccess }) => (
        <Badge
          tone={hasAccess ? 'ok' : 'wait'}
          label={t(hasAccess ? 'jury.access.open' : 'jury.access.invited')}
        />
      ),
    },
  ]
  const add = page.mayManage ? (
    <Link className="btn primary" to="nouveau">
      {t('jury.pool.add')}
    </Link>
  ) : null
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={page.title} />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        <Link className="btn" to={page.gone ? '?' : '?vue=anciens'}>
          {t(page.gone ? 'jury.pool.seeHere' : 'jury.pool.seeGone')}
        </Link>
        {add}
      </div>
      <DeskParts base={page.base} />
      <Done of="jury" />
      <p className="lead">{t('jury.pool.lead')}</p>
      {page.lines.length === 0 ? (
        <EmptyList text={t(page.gone ? 'jury.pool.noneGone' : 'jury.pool.empty')}>
          {page.gone ? null : add}
        </EmptyList>
      ) : (
        <>
          <p className="count">
            {t('jury.pool.count', { count: page.lines.length })}{' '}
            {t('jury.pool.from', { count: page.organisations })}
          </p>
          <DataTable caption={page.title} columns={columns} rows={page.lines} rowKey={({ id }) => id} />
        </>
      )}
      <VisibleBy who="team" />
    </div>
  )
}
