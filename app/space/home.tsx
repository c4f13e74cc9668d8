import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findRepresented } from '#server/crm/public.ts'
import { findOwnRequests } from '#server/identity/representation/standing.server.ts'
import { desk } from '#server/kernel/rules.ts'
import { answering, guard } from '../guard.server.ts'
import { Done } from '../identity/team/done.tsx'
import { nameOf, placesOf } from '../shell.server.ts'
import { VisibleBy } from '../ui/visible-by.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, desk['space:enter'])
  const { network, locale } = ctx
  const [represented, requests] = await answering(args, () =>
    Promise.all([findRepresented(ctx), findOwnRequests(ctx)]),
  )
  const day = days(locale, network.timeZone, 'long')
  const place = placesOf(ctx.grants).find(({ slug }) => slug === network.slug)
  return {
    slug: network.slug,
    network: nameOf(network),
    name: ctx.account.name.split(' ')[0] ?? '',
    roles: place?.roles ?? [],
    isDesk: place?.isDesk ?? false,
    directory: network.modules.includes('directory') ? `/${network.slug}/annuaire` : null,
    requests: requests.map(({ askedAt, ...one }) => ({ ...one, on: day.format(askedAt) })),
    organisations: represented.map(({ id, name, slug, publishedAt, updatedAt }) => ({
      id,
      name,
      page: publishedAt && slug ? `/${network.slug}/annuaire/${slug}` : null,
      updated: day.format(updatedAt),
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.network }]

export default function SpaceHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('desk')
  return (
    <div className="wrap page">
      <h1>{t('hello', { name: page.name })}</h1>
      <Done />
      <p className="lead">
        {t('spaceLead', {
          network: page.network,
          roles: page.roles.map((role) => t(`common:role.${role}`)).join(', '),
        })}
      </p>
      {page.isDesk ? (
        <p>
          <Link className="btn" to={`/${page.slug}/bureau`}>
            {t('toDesk')}
          </Link>
        </p>
      ) : null}
      <section className="stack" aria-labelledby="structures">
        <h2 id="structures">{t('yours')}</h2>
        {page.organisations.length === 0 ? (
          <div className="empty">
            <p>{t('none', { network: page.network })}</p>
            {page.directory ? (
              <Link className="btn" to={page.directory}>
                {t('findYours')}
              </Link>
            ) : null}
          </div>
        ) : (
          <ul className="cards">
            {page.organisations.map((organisation) => (
              <li key={organisation.id} className="card">
                <h3>
                  {organisation.page ? (
                    <Link to={organisation.page}>{organisation.name}</Link>
                  ) : (
                    organisation.name
                  )}
                </h3>
                <p className="muted">{organisation.page ? t('isPublished') : t('isNotPublished')}</p>
                <p className="small muted">{t('updatedOn', { date: organisation.updated })}</p>
              </li>
            ))}
          </ul>
        )}
        {page.organisations.length > 0 ? <p className="muted">{t('keptByTeam')}</p> : null}
        {page.requests.length > 0 ? (
          <>
            <h3>{t('asked')}</h3>
            <ul>
              {page.requests.map(({ id, organisation, on }) => (
                <li key={id}>{t('askedOn', { organisation, date: on })}</li>
              ))}
            </ul>
          </>
        ) : null}
      </section>
      <VisibleBy who="youAndTeam" />
    </div>
  )
}
