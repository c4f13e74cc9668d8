import type { LoaderFunctionArgs } from '@remix-run/node'
import { baseOf } from '#server/portal/public.ts'
import { projectFilters } from '#server/projects/listing/filters.schema.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { feedResponse } from '../portal/feed.server.ts'
import { nameOf } from '../shell.server.ts'
import { panoramaNamed, whereOf } from './panorama-view.server.ts'

const LATEST = 30

/** The last projects published. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'projects')
  const filters = projectFilters.parse({ sort: 'recent', per_page: LATEST })
  const { items } = await findProjectListings(listingScope(ctx), filters)
  const base = await baseOf(ctx.network.id)
  const { title, intro } = panoramaNamed(nameOf(ctx.network), ctx.locale)
  const told = {
    title,
    description: intro,
    home: `${base}/projets`,
    self: base + new URL(args.request.url).pathname.replace(/^.*(?=\/projets\/)/, ''),
    language: ctx.locale,
  }
  const own = items.filter((item) => item.network === ctx.network.slug)
  return feedResponse(
    told,
    own.map((item) => ({
      title: item.title,
      link: `${base}/projets/${item.slug}`,
      date: item.publishedAt,
      text: [whereOf(item, ctx.locale), item.summary].filter(Boolean).join(' — '),
    })),
  )
}
