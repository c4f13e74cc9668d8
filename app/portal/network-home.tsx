import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { departmentName } from '#packages/referentials/departments.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { countListings } from '#server/directory/organisation/count-listings.server.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { nameOf } from '../shell.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const { network, locale } = ctx
  const [counts] = await countListings(listingScope(ctx).today, network.id)
  return {
    slug: network.slug,
    name: nameOf(network),
    region: network.region ? regionName(network.region) : null,
    departments: network.departments.map(departmentName).join(', '),
    website: network.website ?? null,
    missions: network.missions.map((mission) => ({
      key: mission.key,
      label: mission[locale],
      text: mission.description?.[locale] ?? null,
    })),
    predecessors: network.predecessors.map(({ name }) => name).join(', '),
    hasDirectory: network.modules.includes('directory'),
    listed: counts?.listed ?? 0,
    members: counts?.members ?? 0,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: [data?.name, data?.region].filter(Boolean).join(' — ') },
]

export default function NetworkHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('portal')
  return (
    <div className="wrap page">
      <div className="hero stack">
        <h1>{page.name}</h1>
        <p className="lead">
          {page.region ? t('regionalLead', { region: page.region }) : t('conferenceLead')}
        </p>
        {page.hasDirectory ? (
          <Form className="row search" role="search" action={`/${page.slug}/annuaire`}>
            <input
              className="grow"
              type="search"
              name="q"
              aria-label={t('searchLabel')}
              placeholder={t('searchHint')}
            />
            <button className="btn primary" type="submit">
              {t('search')}
            </button>
          </Form>
        ) : null}
      </div>
      {page.hasDirectory ? (
        <div className="figs">
          <Link to={`/${page.slug}/annuaire`}>
            <div className="fig">{t('number', { value: page.listed })}</div>
            <div>{t('listedWord', { count: page.listed })}</div>
          </Link>
          <Link to={`/${page.slug}/annuaire?member=true`}>
            <div className="fig">{t('number', { value: page.members })}</div>
            <div>{t('membersWord', { count: page.members })}</div>
          </Link>
        </div>
      ) : null}
      <section className="stack" aria-labelledby="missions">
        <h2 id="missions">{t('missions')}</h2>
        <ul className="cards">
          {page.missions.map((mission) => (
            <li key={mission.key} className="card">
              <h3>{mission.label}</h3>
              {mission.text ? <p className="muted">{mission.text}</p> : null}
            </li>
          ))}
        </ul>
      </section>
      <dl className="facts">
        {page.departments ? (
          <>
            <dt>{t('departments')}</dt>
            <dd>{page.departments}</dd>
          </>
        ) : null}
        {page.predecessors ? (
          <>
            <dt>{t('predecessors')}</dt>
            <dd>{page.predecessors}</dd>
          </>
        ) : null}
        {page.website ? (
          <>
            <dt>{t('website')}</dt>
            <dd>
              <a href={page.website}>{new URL(page.website).hostname}</a>
            </dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}
