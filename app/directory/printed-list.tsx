import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { days } from '#packages/referentials/dates.ts'
import { everyListing } from '#server/directory/organisation/every-listing.server.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { nameOf } from '../shell.server.ts'
import { useHydrated } from '../ui/use-hydrated.ts'
import { directoryView, line } from './directory-view.server.ts'
import { readSearch } from './read-search.server.ts'

/** A hundred sheets; more is read in a spreadsheet, or printed département by département. */
const MOST = 2000

/** All that a search found, to be taken on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const { locale, network } = ctx
  const filters = { ...readSearch(args), page: 1 }
  const scope = listingScope(ctx)
  const view = directoryView(await findListings(scope, filters), filters, locale)
  const found = []
  for await (const batch of everyListing(scope, filters)) {
    found.push(...batch.slice(0, MOST - found.length))
    if (found.length >= MOST) break
  }
  const { t } = i18nFor(locale)
  const name = nameOf(network)
  const day = days(locale, network.timeZone, 'long').format(ctx.clock.now())
  return {
    title: t('directory:titleOf', { network: name }),
    back: `/${network.slug}/annuaire${view.query ? `?${view.query}` : ''}`,
    when: t('map:print.asOf', { count: view.total, date: day }),
    chosen: [
      filters.q ? t('map:print.words', { words: filters.q }) : '',
      filters.member === undefined ? '' : t(filters.member ? 'map:print.members' : 'map:print.others'),
      ...view.chips.filter(({ key }) => key !== 'member').map(({ label }) => label),
    ].filter(Boolean),
    left: view.total > found.length ? t('map:print.left', { count: found.length }) : null,
    items: found.map((item) => {
      const {
        name: called,
        acronym,
        what,
        countries,
        moreCountries,
        sectors,
        member,
        href,
      } = line(item, locale)
      const more = moreCountries > 0 ? ` ${t('directory:andMore', { count: moreCountries })}` : ''
      return {
        href,
        name: acronym ? `${called} (${acronym})` : called,
        what: [what, item.address].filter(Boolean).join(' · '),
        acts: [countries + more, sectors].filter(Boolean).join(' — '),
        website: item.website?.replace(/^https?:\/\//, '').replace(/\/$/, '') ?? '',
        member,
      }
    }),
    words: {
      back: t('directory:stats.back'),
      print: t('map:print.print'),
      member: t('directory:member'),
      nothing: t('directory:nothing'),
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { name: 'robots', content: 'noindex' },
]

export default function PrintedList() {
  const page = useLoaderData<typeof loader>()
  const { words } = page
  return (
    <div className="wrap page printed">
      <nav className="row crumbs">
        <Link className="grow" to={page.back}>
          {words.back}
        </Link>
        {useHydrated() ? (
          <button type="button" className="btn primary" onClick={() => window.print()}>
            {words.print}
          </button>
        ) : null}
      </nav>
      <h1>{page.title}</h1>
      <p className="muted">{[page.when, ...page.chosen].join(' · ')}</p>
      {page.left ? <p className="notice">{page.left}</p> : null}
      {page.items.length === 0 ? <p className="empty">{words.nothing}</p> : null}
      <ul className="printed-list">
        {page.items.map((item) => (
          <li key={item.href}>
            <strong>
              <Link to={item.href}>{item.name}</Link>
            </strong>
            {item.member ? <span className="tag member">{words.member}</span> : null}
            <span>{item.what}</span>
            <span>{item.acts}</span>
            {item.website ? <span>{item.website}</span> : null}
          </li>
        ))}
      </ul>
    </div>
  )
}
