import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { departmentName } from '#packages/referentials/departments.ts'
import { isKind, KINDS, kindLabel, typeLabel } from '#packages/referentials/kinds.ts'
import {
  type OrganisationSearch,
  organisationSearch,
} from '#server/crm/organisation/find-organisations.schema.ts'
import { findOrganisations } from '#server/crm/organisation/find-organisations.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const search = readSearch(new URL(args.request.url).searchParams)
  const found = await answering(args, () => findOrganisations(ctx, search))
  const { locale, network } = ctx
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: network.timeZone })
  const pageHref = (page: number) => {
    const next = new URLSearchParams([
      ['q', search.q],
      ...search.kind.map((kind) => ['type', kind]),
      ['page', String(page)],
    ])
    return `?${next}`
  }
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  return {
    q: search.q,
    kind: search.kind[0] ?? '',
    kinds: KINDS.map(({ key }) => ({ key, label: kindLabel(key, locale) })),
    total: found.total,
    page: found.page,
    pages,
    previous: found.page > 1 ? pageHref(found.page - 1) : null,
    next: found.page < pages ? pageHref(found.page + 1) : null,
    items: found.items.map((item) => ({
      id: item.id,
      name: item.name,
      acronym: item.acronym,
      kind: typeLabel(item.kind, item.subkind, locale),
      place: [item.city, item.department && departmentName(item.department)].filter(Boolean).join(', '),
      published: item.published,
      updatedOn: date.format(new Date(item.updatedAt)),
    })),
    mayExport: may(ctx, crm['organisation:export']),
    title: i18nFor(locale).t('crm:organisations'),
  }
}

/** What an address asks and cannot be understood is left out; the rest is searched. */
function readSearch(query: URLSearchParams): OrganisationSearch {
  return {
    q: organisationSearch.shape.q.parse(query.get('q')?.slice(0, 200)),
    kind: [...new Set(query.getAll('type'))].filter(isKind),
    page: organisationSearch.shape.page.catch(1).parse(query.get('page') ?? 1),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Organisations() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('organisations')}</h1>
        {page.mayExport ? (
          <Link className="btn" to="exporter">
            {t('export.short')}
          </Link>
        ) : null}
        <Link className="btn primary" to="nouvelle">
          {t('new')}
        </Link>
      </div>
      <Form method="get" role="search" className="row search">
        <input
          key={page.q}
          className="grow"
          type="search"
          name="q"
          defaultValue={page.q}
          aria-label={t('searchLabel')}
          placeholder={t('searchHint')}
        />
        <select name="type" defaultValue={page.kind} aria-label={t('field.type')}>
          <option value="">{t('everyKind')}</option>
          {page.kinds.map((kind) => (
            <option key={kind.key} value={kind.key}>
              {kind.label}
            </option>
          ))}
        </select>
        <button className="btn" type="submit">
          {t('search')}
        </button>
      </Form>
      <p aria-live="polite">{t('count', { count: page.total })}</p>
      {page.total === 0 ? (
        <div className="empty">
          <p>{page.q ? t('nothing', { q: page.q }) : t(page.kind ? 'nothingOfKind' : 'empty')}</p>
          <Link className="btn primary" to="nouvelle">
            {t('new')}
          </Link>
        </div>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('field.name')}</th>
              <th scope="col">{t('field.type')}</th>
              <th scope="col">{t('place')}</th>
              <th scope="col">{t('directory')}</th>
              <th scope="col">{t('updated')}</th>
            </tr>
          </thead>
          <tbody>
            {page.items.map((item) => (
              <tr key={item.id}>
                <td>
                  <Link to={item.id}>{item.name}</Link>
                  {item.acronym ? <span className="muted">{` ${item.acronym}`}</span> : null}
                </td>
                <td>{item.kind}</td>
                <td>{item.place}</td>
                <td>{t(item.published ? 'publishedShort' : 'unpublishedShort')}</td>
                <td className="num">{item.updatedOn}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav className="row pages" aria-label={t('pages')}>
        <span className="muted grow">{t('pageOf', { page: page.page, pages: page.pages })}</span>
        {page.previous ? (
          <Link className="btn sm" rel="prev" to={page.previous}>
            {t('previous')}
          </Link>
        ) : null}
        {page.next ? (
          <Link className="btn sm" rel="next" to={page.next}>
            {t('next')}
          </Link>
        ) : null}
      </nav>
    </>
  )
}
