import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName, FRANCE } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { facetLabel } from '#server/directory/organisation/facet-labels.ts'
import { findMovedListing } from '#server/directory/organisation/find-moved-listing.server.ts'
import { getListing, type ListingPage } from '#server/directory/organisation/get-listing.server.ts'
import { findStanding } from '#server/identity/representation/standing.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { answering, listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { JsonLd } from '../portal/json-ld.tsx'
import { pageMeta } from '../portal/page-meta.ts'
import { nameOf } from '../shell.server.ts'
import { line, nationalLine } from './directory-view.server.ts'
import { listedText } from './listed-field.server.ts'
import { talkOf } from './organisation-talk.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const slug = args.params.slug ?? ''
  const listing = await answering(args, async () => {
    try {
      return await getListing(listingScope(ctx), slug)
    } catch (error) {
      const moved = await findMovedListing(listingScope(ctx), slug)
      if (!moved) throw error
      throw redirect(`/${ctx.network.slug}/annuaire/${moved}${new URL(args.request.url).search}`, 301)
    }
  })
  const { locale } = ctx
  const standing = ctx.account ? await answering(args, () => findStanding(ctx, args.params.slug ?? '')) : null
  const base = `/${ctx.network.slug}/annuaire`
  const named = (facet: 'country' | 'sector' | 'sdg' | 'zone', values: (string | number)[]) =>
    values.map((value) => ({
      label: facetLabel(facet, String(value), locale),
      href: `${base}?${facet}=${value}`,
    }))
  const [told, network] = [line(listing, locale), nameOf(ctx.network)]
  const summary = listing.description.slice(0, 155)
  return {
    ...told,
    network,
    ...alsoListedBy(listing, locale),
    base,
    here: `${base}/${listing.slug}`,
    national: new URL(args.request.url).searchParams.get('national'),
    aliases: listing.aliases,
    address: addressLines(listing, locale),
    website: listing.website,
    email: listing.email,
    phone: listing.phone,
    paragraphs: listing.description.split(/\n{2,}/).filter(Boolean),
    countryLinks: named('country', listing.countries),
    sectorLinks: named('sector', listing.sectors),
    sdgLinks: named('sdg', listing.sdgs),
    ...talkOf(listing, ctx),
    updatedOn: days(locale, ctx.network.timeZone, 'long').format(new Date(listing.updatedAt)),
    represents: standing?.represents ?? false,
    askedOn: standing?.askedAt && days(locale, ctx.network.timeZone, 'long').format(standing.askedAt),
    space: `/${ctx.network.slug}/espace`,
    ownFields: listing.ownFields.map((field) => ({ label: field.label, value: listedText(field, locale) })),
    summary,
    /** Made here: the browser need not carry what crawlers alone read. */
    meta: pageMeta({
      title: `${told.name} — ${network}`,
      description: summary || told.what,
      card: `${await baseOf(ctx.network.id)}/partage.png`,
    }),
  }
}

/** The other networks that list it, each with its own page of it. */
function alsoListedBy(listing: ListingPage, locale: Locale) {
  const pages = nationalLine(listing, locale).elsewhere.pages.slice(1)
  return {
    listedBy: pages.length > 0 ? i18nFor(locale).t('national:listedBy') : '',
    alsoListedBy: pages.map(({ name, told, href }) => ({ name, told, href: href.split('?')[0]! })),
  }
}

function addressLines({ address, postalCode, city, seatCountry }: ListingPage, locale: Locale) {
  const place = [postalCode, city].filter(Boolean).join(' ')
  const country = seatCountry === FRANCE ? null : countryName(seatCountry, locale)
  return [address, [place, country].filter(Boolean).join(', ')].filter((line): line is string =>
    Boolean(line),
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function OrganisationPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('directory')
  return (
    <div className="wrap page">
      <JsonLd
        data={{
          '@type': 'Organization',
          name: page.name,
          ...(page.acronym ? { alternateName: page.acronym } : {}),
          ...(page.summary ? { description: page.summary } : {}),
          ...(page.website ? { url: page.website } : {}),
        }}
      />
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.base}>{t('backTo', { network: page.network })}</Link>
        {page.national === null ? null : (
          <>
            {' · '}
            <Link to={`/annuaire?${page.national}`}>{t('backToNational')}</Link>
          </>
        )}
      </nav>
      <div className="row title">
        <div className="avatar large" aria-hidden="true">
          {page.initials}
        </div>
        <div className="grow">
          <h1>{page.name}</h1>
          <p className="muted">{[page.acronym, page.what].filter(Boolean).join(' · ')}</p>
        </div>
        {page.member ? <span className="tag member">{t('memberOf', { network: page.network })}</span> : null}
      </div>
      <div className="cols aside">
        <div className="stack">
          {page.paragraphs.length > 0 ? (
            page.paragraphs.map((text) => <p key={text}>{text}</p>)
          ) : (
            <p className="muted">{t('noDescription')}</p>
          )}
          <LinkList title={t('facet.country')} links={page.countryLinks} />
          <LinkList title={t('facet.sector')} links={page.sectorLinks} />
          <LinkList title={t('facet.sdg')} links={page.sdgLinks} />
          {page.ownFields.length > 0 ? (
            <dl className="facts">
              {page.ownFields.map(({ label, value }) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
        </div>
        <aside className="card stack" aria-label={t('contact')}>
          {page.address.length > 0 ? (
            <address>
              {page.address.map((text) => (
                <div key={text}>{text}</div>
              ))}
            </address>
          ) : null}
          {page.website ? (
            <p>
              <a href={page.website} rel="noopener noreferrer">
                {t('website')}
              </a>
            </p>
          ) : null}
          {page.email ? (
            <p>
              <a href={`mailto:${page.email}`}>{page.email}</a>
            </p>
          ) : null}
          {page.phone ? (
            <p>
              <a href={`tel:${page.phone.replace(/[^+\d]/g, '')}`}>{page.phone}</a>
            </p>
          ) : null}
          {page.aliases.length > 0 ? <p>{t('alsoKnownAs', { names: page.aliases.join(', ') })}</p> : null}
          {page.alsoListedBy.length > 0 ? (
            <p className="sites">
              {page.listedBy}
              {page.alsoListedBy.map(({ href, name, told }) => (
                <Link key={href} className="tag" to={href} aria-label={told}>
                  {name}
                </Link>
              ))}
            </p>
          ) : null}
          <p className="small muted">
            {t('updatedOn', { date: page.updatedOn })}
            {page.verified ? ` · ${page.verified}` : null}
          </p>
          <p className="row">
            {page.contacts.map(({ to, label }) => (
              <a key={to} className={to === 'message' ? 'btn sm' : 'small'} href={`${page.here}/${to}`}>
                {label}
              </a>
            ))}
          </p>
          <p className="small">
            {page.represents ? (
              <a href={page.space}>{t('youRepresent')}</a>
            ) : page.askedOn ? (
              t('youAsked', { date: page.askedOn })
            ) : (
              <a href={`${page.here}/representer`}>{t('representIt')}</a>
            )}
          </p>
        </aside>
      </div>
    </div>
  )
}

function LinkList({ title, links }: { title: string; links: { label: string; href: string }[] }) {
  if (links.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul className="chips">
        {links.map((link) => (
          <li key={link.href}>
            <Link className="tag" to={link.href}>
              {link.label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
