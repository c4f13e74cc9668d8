import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { baseOf } from '#server/portal/public.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { lastPageInstead, readView } from '../directory/read-search.server.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { ownHostMap } from '../portal/embed/own-host-map.server.ts'
import { feedLinks } from '../portal/feed-links.ts'
import { pageMeta } from '../portal/page-meta.ts'
import { nameOf } from '../shell.server.ts'
import { Panorama } from './panorama.tsx'
import { panoramaNamed, panoramaView } from './panorama-view.server.ts'
import { placedProjects } from './placed-projects.server.ts'
import { readPanoramaSearch } from './read-panorama-search.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'projects')
  const filters = readPanoramaSearch(args)
  const found = await findProjectListings(listingScope(ctx), filters)
  const vue = readView(args)
  const view = panoramaView(found, filters, ctx.locale, { vue })
  lastPageInstead(args, view.page, view.pages)
  const base = await baseOf(ctx.network.id)
  return {
    view,
    places:
      vue === 'liste'
        ? null
        : await placedProjects(`/${ctx.network.slug}/projets`, listingScope(ctx), filters, ctx.locale, {
            listOpen: vue === 'carte',
            ...ownHostMap(args.context, 'projets', view.query),
          }),
    slug: ctx.network.slug,
    ...panoramaNamed(nameOf(ctx.network), ctx.locale),
    card: `${base}/partage.png`,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data
    ? [
        ...pageMeta({ title: data.title, description: data.intro, card: data.card }),
        ...feedLinks(`/${data.slug}/projets`, data.title),
      ]
    : []

export default function NetworkPanorama() {
  const { view, places, intro, slug } = useLoaderData<typeof loader>()
  return (
    <Panorama
      view={view}
      places={places}
      intro={intro}
      exportPath={`/api/v1/${slug}/projects`}
      feed={`/${slug}/projets/flux.xml`}
    />
  )
}
