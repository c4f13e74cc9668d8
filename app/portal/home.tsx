import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AreaMap } from '#packages/map/area-map.tsx'
import { ListingLine } from '../directory/listing-line.tsx'
import { i18nFor } from '../i18n.server.ts'
import { portalView } from './home-view.server.ts'
import { pageMeta } from './page-meta.ts'
import { Written } from './written.tsx'

export async function loader({ context: { context } }: LoaderFunctionArgs) {
  const { t } = i18nFor(context.locale)
  return {
    ...(await portalView(context)),
    title: t('portal:title'),
    description: t('portal:lead'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.description, card: data.card }) : []

export default function Home() {
  const { networks, map, figures, about, latest } = useLoaderData<typeof loader>()
  const { t } = useTranslation('portal')
  return (
    <div className="wrap page">
      <div className="portal-head">
        <div className="hero stack">
          <h1>{t('heading')}</h1>
          <p className="lead">{t('lead')}</p>
          <Form className="row search" role="search" action="/annuaire">
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
          <p className="small muted">
            {t('forExample')} <Link to="/annuaire?q=eau+togo">{t('exampleWater')}</Link>,{' '}
            <Link to="/annuaire?q=jumelage+deux-sevres">{t('exampleTwinning')}</Link>
          </p>
        </div>
        <AreaMap areas={map} list={false} words={{ credit: `${t('mapNobody')} ${t('mapCredit')}` }} />
      </div>
      <section aria-labelledby="chiffres">
        <h2 id="chiffres">{t('keyFigures')}</h2>
        <div className="figs">
          {figures.map((figure) => (
            <Link key={figure.key} to={figure.href}>
              <div className="fig">{t('number', { value: figure.value })}</div>
              <div>{t(`figure.${figure.key}`, { count: figure.value })}</div>
            </Link>
          ))}
        </div>
      </section>
      <section aria-labelledby="reseaux">
        <h2 id="reseaux">{t('networks')}</h2>
        <ul className="cards">
          {networks.map((network) => (
            <li key={network.slug} className="card banded" style={{ borderTopColor: network.colour }}>
              <h3>
                <Link to={`/${network.slug}`}>{network.name}</Link>
              </h3>
              <p className="muted">{network.region}</p>
              {network.hasDirectory ? (
                <p>
                  <Link to={`/${network.slug}/annuaire`}>{t('listed', { count: network.listed })}</Link>
                </p>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <div className="cols halves">
        {latest.length > 0 ? (
          <section aria-labelledby="dernieres">
            <h2 id="dernieres">{t('latest')}</h2>
            <ul className="listings">
              {latest.map((item) => (
                <ListingLine key={item.href} item={item} />
              ))}
            </ul>
            <p>
              <Link to="/annuaire?sort=recent">{t('seeLatest')}</Link>
            </p>
          </section>
        ) : null}
        <section className="card stack" aria-labelledby="rrma">
          <h2 id="rrma">{t('whatIsNetwork')}</h2>
          <Written {...about} />
        </section>
      </div>
    </div>
  )
}
