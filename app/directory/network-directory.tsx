import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findListings } from '#server/directory/organisation/find-listings.server.ts'
import { baseOf } from '#server/portal/public.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { ownHostMap } from '../portal/embed/own-host-map.server.ts'
import { feedLinks } from '../portal/feed-links.ts'
import { pageMeta } from '../portal/page-meta.ts'
import { nameOf } from '../shell.server.ts'
import { Directory } from './directory.tsx'
import { directoryMap } from './directory-map.server.ts'
import { directoryView } from './directory-view.server.ts'
import { lastPageInstead, readSearch, readView } from './read-search.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'directory')
  const filters = readSearch(args)
  const vue = readView(args)
  const found = await findListings(listingScope(ctx), filters)
  const view = directoryView(found, filters, ctx.locale, vue)
  lastPageInstead(args, view.page, view.pages)
  const map = directoryMap(vue, ctx.network, found, filters, ctx.locale)
  const network = nameOf(ctx.network)
  const { t } = i18nFor(ctx.locale)
  const title = t('directory:titleOf', { network })
  return {
    view,
    map: map && { ...map, ...ownHostMap(args.context, 'carte', view.query) },
    network,
    slug: ctx.network.slug,
    /** Made here: the browser need not carry what crawlers alone read. */
    meta: [
      ...pageMeta({
        title,
        description: t('directory:introOf', { network }),
        card: `${await baseOf(ctx.network.id)}/partage.png`,
      }),
      ...feedLinks(`/${ctx.network.slug}/annuaire`, title),
    ],
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => data?.meta ?? []

export default function NetworkDirectory() {
  const { view, map, network, slug } = useLoaderData<typeof loader>()
  const { t } = useTranslation('directory')
  return (
    <Directory
      view={view}
      map={map}
      intro={t('introOf', { network })}
      exportPath={`/api/v1/${slug}/organisations`}
    />
  )
}
