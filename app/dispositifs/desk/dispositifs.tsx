import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findDispositifs } from '#server/dispositifs/dispositif/find-dispositifs.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { callOf } from './call-words.server.ts'
import { DeskParts } from './desk-parts.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const found = await answering(args, () => findDispositifs(ctx))
  return {
    base: `/${ctx.network.slug}/bureau/dispositifs`,
    items: found.map(({ opensAt, closesAt, timeZone, callPublished, ...line }) => ({
      ...line,
      call:
        opensAt && closesAt && timeZone
          ? callOf(ctx, { opensAt, closesAt, timeZone }, callPublished === true && line.published)
          : null,
    })),
    mayWrite: may(ctx, dispositifs['dispositif:write']),
    title: i18nFor(ctx.locale).t('dispositifs:title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

const TONES: Record<'open' | 'coming' | 'over', Tone> = { open: 'ok', coming: 'info', over: 'neutral' }

function useColumns(): Column<Item>[] {
  const { t } = useTranslation('dispositifs')
  return [
    {
      key: 'code',
      label: t('column.dispositif'),
      cell: ({ id, code, name }) => (
        <>
          <Link to={id}>
            <strong>{code}</strong>
          </Link>{' '}
          {name}
        </>
      ),
    },
    { key: 'funder', label: t('field.funder'), cell: ({ funder }) => funder },
    {
      key: 'call',
      label: t('column.call'),
      cell: ({ call, archived }) =>
        archived ? (
          <Badge label={t('archived')} />
        ) : call ? (
          <>
            <Badge
              tone={call.word === 'unlisted' ? 'neutral' : TONES[call.state]}
              label={t(`call.${call.word}`)}
            />{' '}
            <span>{call.until}</span>
          </>
        ) : (
          t('call.none')
        ),
    },
    { key: 'sessions', label: t('column.sessions'), number: true, cell: ({ sessions }) => sessions },
    { key: 'dossiers', label: t('column.dossiers'), number: true, cell: ({ dossiers }) => dossiers },
    {
      key: 'published',
      label: t('column.site'),
      cell: ({ published }) => (
        <Badge tone={published ? 'ok' : 'neutral'} label={t(published ? 'published' : 'unpublished')} />
      ),
    },
  ]
}

export default function Dispositifs() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const columns = useColumns()
  const add = page.mayWrite ? (
    <Link className="btn primary" to="modeles">
      {t('templates.title')}
    </Link>
  ) : null
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('title')}</h1>
        {page.items.length > 0 ? add : null}
      </div>
      <DeskParts base={page.base} />
      <p className="muted">{t('lead')}</p>
      {page.items.length === 0 ? (
        <EmptyList text={t('empty')}>{add}</EmptyList>
      ) : (
        <DataTable caption={t('title')} columns={columns} rows={page.items} rowKey={({ id }) => id} />
      )}
    </>
  )
}
