import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { DOSSIER_ORDERS, DOSSIERS_PER_PAGE } from '#server/dispositifs/dossier/find-dossiers.schema.ts'
import { findDossiers } from '#server/dispositifs/dossier/find-dossiers.server.ts'
import { type DossierState, NOT_ASKING, nextStates, STATES } from '#server/dispositifs/lifecycle/lifecycle.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { getSession } from '#server/dispositifs/session/get-session.server.ts'
import { teamOfNetwork } from '#server/dispositifs/session/session-form.server.ts'
import { stepsOf } from '#server/dispositifs/session/steps-of.ts'
import { may } from '#server/kernel/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard, submitted } from '../../guard.server.ts'
import { Badge } from '../../ui/badge.tsx'
import { ColumnChoice } from '../../ui/column-choice.tsx'
import { DataTable, SortMenu } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readColumns } from '../../ui/sorting.ts'
import { money } from '../figures.ts'
import { Done, FaultNote } from '../told.tsx'
import { BatchDone } from './batch-done.tsx'
import { BatchForm } from './batch-form.tsx'
import { callOf } from './call-words.server.ts'
import { refusedAct } from './dispositif-values.server.ts'
import { useDossierColumns } from './dossier-columns.tsx'
import { DossierFilters } from './dossier-filters.tsx'
import { handleSession, rowOf } from './handle-session.server.ts'
import { sessionHead } from './heading-of.server.ts'
import { readDossierSearch } from './read-dossier-search.ts'
import { SessionHeading } from './session-heading.tsx'

/** Those one may leave out; the number and the title always stand. */
const COLUMNS = [
  'holder',
  'state',
  'hinders',
  'requested',
  'countries',
  'external',
  'submitted',
  'assignee',
] as const
const USUAL = ['holder', 'state', 'hinders', 'requested', 'assignee'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { locale } = ctx
  const query = new URL(args.request.url).searchParams
  const search = readDossierSearch(query)
  const session = await answering(args, async () => getSession(ctx, recordId(args.params.session)))
  const found = await answering(args, () => findDossiers(ctx, session.id, search))
  const pages = Math.max(1, Math.ceil(found.total / DOSSIERS_PER_PAGE))
  lastPageInstead(args, search.page, pages)
  const euros = (cents: number) => money(cents, locale)
  const date = days(locale, session.timeZone)
  const asking = found.counts.filter(({ state }) => !NOT_ASKING.includes(state))
  const asked = asking.reduce((sum, { requestedCents }) => sum + requestedCents, 0)
  return {
    head: sessionHead(ctx, session, 'dossiers'),
    version: session.version,
    published: session.publishedAt !== null,
    call: callOf(ctx, session, session.publishedAt !== null && session.onSite),
    envelope: session.envelopeCents === null ? null : euros(session.envelopeCents),
    asked: euros(asked),
    counts: STATES.flatMap((state) => {
      const one = found.within.find((count) => count.state === state)
      return one ? [{ state, count: one.dossiers }] : []
    }),
    within: found.within.reduce((sum, { dossiers }) => sum + dossiers, 0),
    all: found.counts.reduce((sum, { dossiers }) => sum + dossiers, 0),
    search,
    sort: { by: search.order, down: search.down },
    shown: readColumns(query, COLUMNS, USUAL),
    total: found.total,
    ...{ page: search.page, pages },
    next: nextOf(found.counts, session.steps),
    team: await answering(args, () => teamOfNetwork(ctx)),
    items: found.dossiers.map(({ requestedCents, countries, submittedAt, holders, ...line }) => ({
      ...line,
      row: rowOf(line),
      holder: holders.join(', '),
      requested: requestedCents === null ? '' : euros(requestedCents),
      countries: countries.map((code) => countryName(code, locale)).join(', '),
      submittedOn: submittedAt ? date.format(new Date(submittedAt)) : '',
    })),
    may: {
      write: may(ctx, dispositifs['dossier:write']),
      move: may(ctx, dispositifs['dossier:move']),
      edit: may(ctx, dispositifs['dispositif:write']),
      export: may(ctx, dispositifs['dossier:export']),
      import: may(ctx, dispositifs['dossier:import']),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:write'])
  const id = await answering(args, async () => recordId(args.params.session))
  const form = await submitted(args)
  try {
    const handled = await handleSession(ctx, id, form)
    if (!handled) throw data(null, { status: 400 })
    if ('batch' in handled) return data({ code: null, batch: handled.batch })
    return redirect(`/${ctx.network.slug}/bureau/dispositifs/sessions/${id}?fait=${handled.done}`)
  } catch (error) {
    const refused = refusedAct(error)
    if (refused) return data({ code: refused.code, batch: null }, { status: refused.status })
    return answering(args, () => Promise.reject(error))
  }
}

/** Where any of those that are here may go, in the order of the table of moves. */
function nextOf(counts: { state: DossierState }[], named: string[]) {
  const steps = stepsOf(named)
  const open = counts.flatMap(({ state }) => nextStates(state, steps, 'staff'))
  return STATES.filter((state) => state !== 'merged' && open.includes(state))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.head.title }]

export default function Session() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('dispositifs')
  const { choice, columns } = useDossierColumns(page.head.base, page.shown)
  const enter = page.may.write ? (
    <Link className="btn primary" to="saisir">
      {t('dossier.enter')}
    </Link>
  ) : null
  const sorted = columns.filter(({ key }) => (DOSSIER_ORDERS as readonly string[]).includes(key))
  return (
    <div className="stack">
      <SessionHeading head={page.head}>
        {page.may.edit ? (
          <>
            <Form method="post">
              <input type="hidden" name="version" value={page.version} />
              <button
                className="btn"
                type="submit"
                name="intent"
                value={page.published ? 'retirer' : 'publier'}
              >
                {t(page.published ? 'session.withdraw' : 'session.publish')}
              </button>
            </Form>
            <Link className="btn" to="modifier">
              {t('edit')}
            </Link>
          </>
        ) : null}
        {page.may.export && page.all > 0 ? (
          <Link className="btn" to="exporter">
            {t('papers.export.link')}
          </Link>
        ) : null}
        {page.may.import ? (
          <Link className="btn" to="importer">
            {t('papers.import.link')}
          </Link>
        ) : null}
        {enter}
      </SessionHeading>
      <Done of="desk" />
      <FaultNote refused={refused} />
      {refused?.batch ? <BatchDone batch={refused.batch} items={page.items} base={page.head.base} /> : null}
      <p className="row">
        <Badge tone={page.call.word === 'open' ? 'ok' : 'neutral'} label={t(`call.${page.call.word}`)} />
        <span>{page.call.until}</span>
        <span className="muted">
          {page.envelope
            ? t('askedOf', { asked: page.asked, envelope: page.envelope })
            : t('asked', { asked: page.asked })}
        </span>
      </p>
      {page.all === 0 ? (
        <EmptyList text={t('dossier.empty')}>
          {page.may.import ? (
            <Link className="btn" to="importer">
              {t('papers.import.link')}
            </Link>
          ) : null}
          {enter}
        </EmptyList>
      ) : (
        <>
          <DossierFilters search={page.search} counts={page.counts} all={page.within} />
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
            <BatchForm next={page.next} team={page.team} may={page.may}>
              <DataTable
                caption={t('dossier.list')}
                columns={columns}
                rows={page.items}
                rowKey={({ row }) => row}
                sort={page.sort}
                picking={
                  page.may.write
                    ? { name: 'dossier', label: ({ number }) => t('pick', { number }) }
                    : undefined
                }
              />
            </BatchForm>
          )}
          <Pagination page={page.page} pages={page.pages} />
        </>
      )}
    </div>
  )
}
