import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { departmentName } from '#packages/referentials/departments.ts'
import { regionName } from '#packages/referentials/regions.ts'
import { countListings } from '#server/directory/organisation/count-listings.server.ts'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { getText } from '#server/portal/text/get-text.server.ts'
import { line } from '../directory/directory-view.server.ts'
import { ListingLine } from '../directory/listing-line.tsx'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf } from '../shell.server.ts'
import { JsonLd } from './json-ld.tsx'
import { pageMeta } from './page-meta.ts'
import { Written } from './written.tsx'

const LATEST = 5

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args)
  const { network, locale } = ctx
  const scope = listingScope(ctx)
  const hasDirectory = network.modules.includes('directory')
  const recent = filtersSchema.parse({ sort: 'recent', per_page: LATEST })
  const [[counts], found, words, base] = await Promise.all([
    countListings(scope.today, network.id),
    hasDirectory ? findListings(scope, recent) : null,
    getText(ctx, network, 'home', 3),
    baseOf(network.id),
  ])
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
    hasDirectory,
    words,
    base,
    card: `${base}/partage.png`,
    countries: found?.facets.country.length ?? 0,
    latest: found?.items.map((item) => line(item, locale)) ?? [],
    cities: network.antennas.map(({ city }) => city),
    statistics: i18nFor(locale).t('map:statistics'),
    listed: counts?.listed ?? 0,
    members: counts?.members ?? 0,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? pageMeta({
        title: [data.name, data.region].filter(Boolean).join(' — '),
        description: data.words.summary,
        card: data.card,
      })
    : []

export default function NetworkHome() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('portal')
  return (
    <div className="wrap page">
      <JsonLd
        data={{
          '@type': 'NGO',
          name: page.name,
          url: page.base,
          ...(page.region ? { areaServed: page.region } : {}),
          ...(page.website ? { sameAs: page.website } : {}),
        }}
      />
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
          <Link to={`/${page.slug}/annuaire/statistiques`}>
            <div className="fig">{t('number', { value: page.countries })}</div>
            <div>{t('figure.countries', { count: page.countries })}</div>
          </Link>
        </div>
      ) : null}
      {page.hasDirectory ? (
        <p>
          <Link to={`/${page.slug}/annuaire/statistiques`}>{page.statistics}</Link>
        </p>
      ) : null}
      <div className="cols aside">
        <section className="stack" aria-labelledby="presentation">
          <h2 id="presentation">{t('presentation')}</h2>
          <Written {...page.words} />
        </section>
        <aside className="card stack" aria-labelledby="contact">
          <h2 id="contact">{t('teamAndContact')}</h2>
          {page.cities.length > 0 ? <p>{page.cities.join(' · ')}</p> : null}
          <p>
            <Link className="btn" to={`/${page.slug}/equipe`}>
              {t('meetTeam')}
            </Link>
          </p>
        </aside>
      </div>
      {page.latest.length > 0 ? (
        <section aria-labelledby="dernieres">
          <h2 id="dernieres">{t('latest')}</h2>
          <ul className="listings">
            {page.latest.map((item) => (
              <ListingLine key={item.href} item={item} />
            ))}
          </ul>
          <p>
            <Link to={`/${page.slug}/annuaire?sort=recent`}>{t('seeLatest')}</Link>
          </p>
        </section>
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
