import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { may } from '#server/kernel/permissions.ts'
import { durationText } from '#server/support/act/act.ts'
import { actChoices } from '#server/support/act/act-choices.server.ts'
import { findActs } from '#server/support/act/find-acts.server.ts'
import { findSupported } from '#server/support/act/find-supported.server.ts'
import { readActSearch } from '#server/support/act/read-act-filters.ts'
import { support } from '#server/support/permissions.ts'
import { listAsked } from '../crm/lists/list-asked.server.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { EmptyList } from '../ui/list-states.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { ActFilterForm } from './act-filter-form.tsx'
import { ActTable, SupportedTable } from './act-tables.tsx'
import { shownAct } from './act-words.server.ts'
import { handleAct } from './handle-act.server.ts'
import { QuickAct } from './quick-act.tsx'
import { SupportDone } from './support-done.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:read'])
  const query = new URL(args.request.url).searchParams
  const search = readActSearch(query)
  const byOrganisation = query.get('vue') === 'structures'
  const { locale, network } = ctx
  const found = await answering(args, () => findActs(ctx, byOrganisation ? { ...search, page: 1 } : search))
  const supported = byOrganisation ? await answering(args, () => findSupported(ctx, search)) : null
  const { page, pages } = supported ?? found
  lastPageInstead(args, page, pages)
  const named = search.organisation ? await actChoices(ctx, [search.organisation]) : null
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const day = days(locale, 'UTC')
  return {
    base: `/${network.slug}/bureau/appuis`,
    search,
    byOrganisation,
    organisation: named?.organisations[0] ?? null,
    people: found.people,
    years: found.years,
    totals: {
      acts: found.totals.acts,
      hours: number.format(found.totals.minutes / 60),
      organisations: found.totals.organisations,
      shown: supported?.total ?? null,
    },
    page,
    pages,
    items: byOrganisation ? [] : found.items.map((act) => shownAct(act, ctx)),
    supported: (supported?.items ?? []).map(({ kind, minutes, last, ...one }) => ({
      ...one,
      type: typeLabel(kind, null, locale),
      duration: durationText(minutes),
      last: day.format(new Date(last)),
    })),
    mayWrite: may(ctx, support['act:write']),
    mayExport: may(ctx, support['act:export']),
    asked: listAsked('acts', query),
    title: i18nFor(locale).t('support:title'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, support['act:write'])
  const form = await submitted(args)
  const done = await answering(args, () => handleAct(ctx, form))
  if (!done) throw data(null, { status: 400 })
  return form.get('depuis') === 'palette' ? data(done) : redirect(done.to)
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Acts() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('support')
  const { acts, hours, organisations, shown } = page.totals
  const filtered = Object.values(page.search).some((value) => value && value !== page.search.page)
  return (
    <div className="stack">
      <div className="row">
        <h1 className="grow">{t('title')}</h1>
        <Link className="btn" to={`${page.base}/bilan`}>
          {t('yearPage')}
        </Link>
        {page.mayWrite ? (
          <Link className="btn primary" to={`${page.base}/nouveau`}>
            {t('new')}
          </Link>
        ) : null}
      </div>
      <SupportDone base={page.base} />
      {page.mayWrite ? <QuickAct base={page.base} /> : null}
      <ActFilterForm page={page} />
      <div className="toolbar">
        <p className="grow count" aria-live="polite">
          {t('totals', { acts, hours, count: shown ?? organisations })}
        </p>
        {page.mayExport && acts > 0 ? (
          <Link className="btn sm" to={`../demandes-de-listes/nouvelle?${page.asked}`}>
            {t('export')}
          </Link>
        ) : null}
      </div>
      {acts === 0 ? (
        <EmptyList text={t(filtered ? 'nothing' : 'empty')}>
          {filtered ? (
            <Link className="btn" to={page.base}>
              {t('everything')}
            </Link>
          ) : null}
        </EmptyList>
      ) : page.byOrganisation ? (
        <SupportedTable rows={page.supported} base={page.base} />
      ) : (
        <ActTable rows={page.items} base={page.base} />
      )}
      <Pagination page={page.page} pages={page.pages} />
      <VisibleBy who="team" />
    </div>
  )
}
