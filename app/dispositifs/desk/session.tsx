import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { DOSSIER_ORDERS, DOSSIERS_PER_PAGE } from '#server/dispositifs/dossier/find-dossiers.schema.ts'
import { findDossiers } from '#server/dispositifs/dossier/find-dossiers.server.ts'
import { STATES } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { ColumnChoice } from '../../ui/column-choice.tsx'
import { type Column, DataTable, SortMenu } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readColumns } from '../../ui/sorting.ts'
import { callOf } from './call-words.server.ts'
import { Done } from './done.tsx'
import { eurosOf } from './euros.server.ts'
import { readDossierSearch } from './read-dossier-search.ts'
import { toneOf } from './state-tone.ts'

/** Those one may leave out; the number and the title always stand. */
const COLUMNS = ['holder', 'state', 'hinders', 'requested', 'countries', 'external', 'submitted', 'assignee'] as const
const USUAL = ['holder', 'state', 'hinders', 'requested', 'assignee'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { locale, network } = ctx
  const query = new URL(args.request.url).searchParams
  const search = readDossierSearch(query)
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const found = await answering(args, () => findDossiers(ctx, session.id, search))
  const pages = Math.max(1, Math.ceil(found.total / DOSSIERS_PER_PAGE))
  lastPageInstead(args, search.page, pages)
  const euros = eurosOf(locale)
  const date = days(locale, session.timeZone)
  const asked = found.counts.reduce((sum, { requestedCents }) => sum + requestedCents, 0)
  const base = `/${network.slug}/bureau/dispositifs`
  return {
    ...{ base, code: session.code, name: session.name, dispositif: `${base}/${session.dispositifId}` },
    call: callOf(ctx, session),
    envelope: session.envelopeCents === null ? null : euros(session.envelopeCents),
    asked: euros(asked),
    counts: STATES.flatMap((state) => {
      const one = found.counts.find((count) => count.state === state)
      return one ? [{ state, count: one.dossiers }] : []
    }),
    all: found.counts.reduce((sum, { dossiers }) => sum + dossiers, 0),
    search,
    sort: { by: search.order, down: search.down },
    shown: readColumns(query, COLUMNS, USUAL),
    total: found.total,
    ...{ page: search.page, pages },
    items: found.dossiers.map(({ requestedCents, countries, submittedAt, holders, ...line }) => ({
      ...line,
      holder: holders.join(', '),
      requested: requestedCents === null ? '' : euros(requestedCents),
      countries: countries.map((code) => countryName(code, locale)).join(', '),
      submittedOn: submittedAt ? date.format(new Date(submittedAt)) : '',
    })),
    mayWrite: may(ctx, dispositifs['dossier:write']),
    mayEdit: may(ctx, dispositifs['dispositif:write']),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.code} · ${data.name}` : undefined },
]

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

function useColumns(base: string, shown: string[]) {
  const { t } = useTranslation('dispositifs')
  const fixed: Column<Item>[] = [
    { key: 'number', label: t('column.number'), sorts: true, number: true, cell: ({ number }) => number },
    {
      key: 'title',
      label: t('column.title'),
      sorts: true,
      cell: ({ id, title }) => <Link to={`${base}/dossiers/${id}`}>{title || t('untitled')}</Link>,
    },
  ]
  const choice: Column<Item>[] = [
    { key: 'holder', label: t('column.holder'), sorts: true, cell: ({ holder }) => holder },
    {
      key: 'state',
      label: t('column.state'),
      sorts: true,
      cell: ({ state }) => <Badge tone={toneOf(state)} label={t(`state.${state}`)} />,
    },
    {
      key: 'hinders',
      label: t('column.hinders'),
      cell: ({ hindering, missing }) =>
        hindering.length > 0 ? (
          <Badge tone="bad" label={t('hinders', { count: hindering.length })} />
        ) : missing > 0 ? (
          <Badge tone="wait" label={t('missing', { count: missing })} />
        ) : (
          <Badge tone="ok" label={t('nothingHinders')} />
        ),
    },
    {
      key: 'requested',
      label: t('column.requested'),
      sorts: true,
      number: true,
      cell: ({ requested }) => requested,
    },
    { key: 'countries', label: t('column.countries'), cell: ({ countries }) => countries },
    {
      key: 'external',
      label: t('column.external'),
      cell: ({ externalNumber, externalStatus }) =>
        [externalNumber, externalStatus].filter(Boolean).join(' · '),
    },
    { key: 'submitted', label: t('column.submitted'), number: true, cell: ({ submittedOn }) => submittedOn },
    { key: 'assignee', label: t('column.assignee'), cell: ({ assignee }) => assignee ?? t('nobody') },
  ]
  return { choice, columns: [...fixed, ...choice.filter(({ key }) => shown.includes(key))] }
}

export default function Session() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const { choice, columns } = useColumns(page.base, page.shown)
  const enter = page.mayWrite ? (
    <Link className="btn primary" to="saisir">
      {t('dossier.enter')}
    </Link>
  ) : null
  const sorted = columns.filter(({ key }) => (DOSSIER_ORDERS as readonly string[]).includes(key))
  return (
    <div className="stack">
      <Breadcrumb
        trail={[
          { to: page.base, label: t('title') },
          { to: page.dispositif, label: page.code },
        ]}
        here={page.name}
      />
      <div className="row">
        <h1 className="grow">
          {page.code} · {page.name}
        </h1>
        {page.mayEdit ? (
          <Link className="btn" to="modifier">
            {t('edit')}
          </Link>
        ) : null}
        {enter}
      </div>
      <Done />
      <p className="row">
        <Badge tone={page.call.state === 'open' ? 'ok' : 'neutral'} label={t(`call.${page.call.state}`)} />
        <span>{page.call.until}</span>
        <span className="muted">
          {page.envelope
            ? t('askedOf', { asked: page.asked, envelope: page.envelope })
            : t('asked', { asked: page.asked })}
        </span>
      </p>
      {page.counts.length > 1 ? (
        <ul className="chips" aria-label={t('column.state')}>
          <li>
            <Link to="?" aria-current={page.search.states.length === 0 ? 'true' : undefined}>
              {t('everyState', { count: page.all })}
            </Link>
          </li>
          {page.counts.map(({ state, count }) => (
            <li key={state}>
              <Link
                to={`?etat=${state}`}
                aria-current={page.search.states.includes(state) ? 'true' : undefined}
              >
                {t('stateCount', { state: t(`state.${state}`), count })}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {page.all === 0 ? (
        <EmptyList text={t('dossier.empty')}>{enter}</EmptyList>
      ) : (
        <>
          <Form method="get" role="search" className="row search" key={JSON.stringify(page.search)}>
            <input
              className="grow"
              type="search"
              name="q"
              defaultValue={page.search.q}
              aria-label={t('searchLabel')}
              placeholder={t('searchHint')}
            />
            {page.search.states.map((state) => (
              <input key={state} type="hidden" name="etat" value={state} />
            ))}
            <select
              name="suivi"
              defaultValue={page.search.assignee ?? ''}
              aria-label={t('column.assignee')}
            >
              <option value="">{t('anybody')}</option>
              <option value="me">{t('mine')}</option>
              <option value="none">{t('nobody')}</option>
            </select>
            <button className="btn" type="submit">
              {t('search')}
            </button>
          </Form>
          <div className="toolbar">
            <p className="grow count" aria-live="polite">
              {t('count', { count: page.total })}
            </p>
            <SortMenu columns={sorted} sort={page.sort} />
            <ColumnChoice columns={choice} shown={page.shown} />
          </div>
          {page.total === 0 ? (
            <EmptyList text={t('noneFound')}>
              <Link to="?">{t('seeAll')}</Link>
            </EmptyList>
          ) : (
            <DataTable
              caption={t('dossier.list')}
              columns={columns}
              rows={page.items}
              rowKey={({ id }) => id}
              sort={page.sort}
            />
          )}
          <Pagination page={page.page} pages={page.pages} />
        </>
      )}
    </div>
  )
}
