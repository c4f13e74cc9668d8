import type { LoaderFunctionArgs } from '@remix-run/node'
import { filtersSchema } from '#server/directory/organisation/filters.schema.ts'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { feedResponse } from '../portal/feed.server.ts'
import { nameOf } from '../shell.server.ts'
import { line } from './directory-view.server.ts'

const LATEST = 30

/** The last organisations that joined the directory. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const filters = filtersSchema.parse({ sort: 'recent', per_page: LATEST })
  const { items } = await findListings(listingScope(ctx), filters)
  const base = await baseOf(ctx.network.id)
  const network = nameOf(ctx.network)
  const { t } = i18nFor(ctx.locale)
  const told = {
    title: t('directory:titleOf', { network }),
    description: t('directory:introOf', { network }),
    home: `${base}/annuaire`,
    self: base + new URL(args.request.url).pathname.replace(/^.*(?=\/annuaire\/)/, ''),
    language: ctx.locale,
  }
  return feedResponse(
    told,
    items.map((item) => {
      const { what, countries, sectors } = line(item, ctx.locale)
      const text = [what, countries, sectors].filter(Boolean).join(' — ')
      return { title: item.name, link: `${base}/annuaire/${item.slug}`, date: item.publishedAt, text }
    }),
  )
}
