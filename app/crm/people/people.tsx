import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { crm } from '#server/crm/permissions.ts'
import {
  PERSON_SORTS,
  type PersonSearch,
  type PersonSort,
  personSearch,
  QUIETS,
} from '#server/crm/person/find-people.schema.ts'
import { findPeople } from '#server/crm/person/find-people.server.ts'
import { STANDINGS } from '#server/crm/person/person.ts'
import { may } from '#server/kernel/permissions.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { type Column, DataTable, SortMenu } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { readSort } from '../../ui/sorting.ts'
import { useDone } from '../../ui/use-done.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['person:read'])
  const { locale } = ctx
  const search = readSearch(new URL(args.request.url).searchParams)
  const found = await answering(args, () => findPeople(ctx, search))
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  const date = days(locale, 'UTC')
  return {
    q: search.q,
    standing: search.standing ?? '',
    quiet: search.quiet ?? '',
    standings: [...STANDINGS],
    quiets: [...QUIETS],
    total: found.total,
    more: found.more,
    page: found.page,
    pages,
    slug: ctx.network.slug,
    sort: { by: search.sort ?? 'name', down: search.down ?? false },
    items: found.items.map(({ givenName, familyName, lastContactOn, ...item }) => ({
      ...item,
      name: [familyName, givenName].filter(Boolean).join(' '),
      lastContact: lastContactOn && date.format(new Date(lastContactOn)),
    })),
    mayAdd: may(ctx, crm['person:write']),
    title: i18nFor(locale).t('crm:person.all'),
  }
}

/** What an address asks and cannot be understood is left out; the rest is searched. */
function readSearch(query: URLSearchParams): PersonSearch {
  const { by, down } = readSort(query, PERSON_SORTS, { by: 'name', down: false })
  const { shape } = personSearch
  const asked = (name: string) => query.get(name) || undefined
  return {
    q: shape.q.parse(query.get('q')?.slice(0, 200)),
    standing: shape.standing.catch(undefined).parse(asked('qualite')),
    quiet: shape.quiet.catch(undefined).parse(asked('contact')),
    sort: by as PersonSort,
    down,
    page: shape.page.catch(1).parse(query.get('page') ?? 1),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

type Page = ReturnType<typeof useLoaderData<typeof loader>>
type Item = Page['items'][number]

function useColumns(slug: string): Column<Item>[] {
  const { t } = useTranslation('crm')
  return [
    {
      key: 'name',
      label: t('field.name'),
      sorts: true,
      cell: (item) => <Link to={item.id}>{item.name}</Link>,
    },
    {
      key: 'positions',
      label: t('person.positions'),
      cell: ({ positions }) =>
        positions.map((one) => (
          <div key={one.organisationId + one.function}>
            <Link to={`/${slug}/bureau/structures/${one.organisationId}`}>{one.organisation}</Link>
            <span className="small muted">{` ${one.function || t(`person.standing.${one.standing}`)}`}</span>
          </div>
        )),
    },
    {
      key: 'email',
      label: t('person.field.email'),
      cell: ({ email }) =>
        email ? (
          <a className="mail" href={`mailto:${email}`}>
            {email}
          </a>
        ) : null,
    },
    {
      key: 'phone',
      label: t('person.field.phone'),
      cell: ({ phone }) => (phone ? <span className="num">{phone}</span> : null),
    },
    {
      key: 'contact',
      label: t('person.lastContact'),
      sorts: true,
      number: true,
      cell: ({ lastContact }) => lastContact ?? <span className="muted">{t('person.neverShort')}</span>,
    },
  ]
}

export default function People() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const done = useDone()
  const columns = useColumns(page.slug)
  const narrowed = Boolean(page.q || page.standing || page.quiet)
  const add = page.mayAdd ? (
    <Link className="btn primary" to="nouvelle">
      {t('person.add')}
    </Link>
  ) : null
  return (
    <>
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {add}
      </div>
      {done === 'personne_effacee' ? (
        <div className="notice ok" role="status">
          {t('done.personne_effacee')}
        </div>
      ) : null}
      <Search page={page} />
      <div className="toolbar">
        <p className="grow count" aria-live="polite">
          {page.more
            ? t('person.countMore', { total: page.total })
            : t('person.count', { count: page.total })}
        </p>
        {page.total === 0 ? null : <SortMenu columns={columns} sort={page.sort} />}
      </div>
      {page.total === 0 ? (
        <EmptyList text={t(narrowed ? 'person.nothing' : 'person.empty')}>{add}</EmptyList>
      ) : (
        <DataTable
          caption={page.title}
          columns={columns}
          rows={page.items}
          rowKey={(item) => item.id}
          sort={page.sort}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}

function Search({ page }: { page: Page }) {
  const { t } = useTranslation('crm')
  return (
    <Form method="get" role="search" className="row search">
      <input
        key={page.q}
        className="grow"
        type="search"
        name="q"
        defaultValue={page.q}
        aria-label={t('person.searchLabel')}
        placeholder={t('person.searchHint')}
      />
      <select name="qualite" defaultValue={page.standing} aria-label={t('person.field.standing')}>
        <option value="">{t('person.everyStanding')}</option>
        {page.standings.map((standing) => (
          <option key={standing} value={standing}>
            {t(`person.standing.${standing}`)}
          </option>
        ))}
      </select>
      <select name="contact" defaultValue={page.quiet} aria-label={t('person.lastContact')}>
        <option value="">{t('person.quiet.all')}</option>
        {page.quiets.map((quiet) => (
          <option key={quiet} value={quiet}>
            {t(`person.quiet.${quiet}`)}
          </option>
        ))}
      </select>
      {page.sort.by === 'name' && !page.sort.down ? null : (
        <input type="hidden" name="tri" value={`${page.sort.down ? '-' : ''}${page.sort.by}`} />
      )}
      <button className="btn" type="submit">
        {t('search')}
      </button>
    </Form>
  )
}
