import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { regionName } from '#packages/referentials/regions.ts'
import { countListings } from '#server/directory/organisation/count-listings.server.ts'
import { today } from '#server/kernel/clock.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf, regionalNetworks } from '../shell.server.ts'

export async function loader({ context: { context } }: LoaderFunctionArgs) {
  const counts = await countListings(today(context.clock, 'Europe/Paris'))
  const collator = new Intl.Collator('fr')
  const networks = regionalNetworks().map(({ id, slug, region, brand, ...network }) => ({
    slug,
    name: nameOf({ id, slug, region, brand, ...network }),
    region: region ? regionName(region) : '',
    listed: counts.find((count) => count.networkId === id)?.listed ?? 0,
    brand,
  }))
  networks.sort((a, b) => collator.compare(a.region, b.region))
  return { networks, title: i18nFor(context.locale).t('portal:title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Home() {
  const { networks } = useLoaderData<typeof loader>()
  const { t } = useTranslation('portal')
  return (
    <div className="wrap page">
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
      <section aria-labelledby="reseaux">
        <h2 id="reseaux">{t('networks')}</h2>
        <ul className="cards">
          {networks.map((network) => (
            <li key={network.slug} className="card">
              <h3>
                <Link to={`/${network.slug}`}>{network.name}</Link>
              </h3>
              <p className="muted">{network.region}</p>
              <p>
                <Link to={`/${network.slug}/annuaire`}>{t('listed', { count: network.listed })}</Link>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
