import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { today } from '#server/kernel/clock.ts'
import { findProjectListings } from '#server/projects/listing/find-project-listings.server.ts'
import { lastPageInstead, readView } from '../directory/read-search.server.ts'
import { pageMeta } from '../portal/page-meta.ts'
import { Panorama } from './panorama.tsx'
import { panoramaNamed, panoramaView } from './panorama-view.server.ts'
import { placedProjects } from './placed-projects.server.ts'
import { readPanoramaSearch } from './read-panorama-search.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = args.context.context
  const filters = readPanoramaSearch(args)
  const scope = { networkId: null, today: today(clock, 'Europe/Paris') }
  const found = await findProjectListings(scope, filters)
  const vue = readView(args)
  const view = panoramaView(found, filters, locale, { national: true, vue })
  lastPageInstead(args, view.page, view.pages)
  const places =
    vue === 'liste'
      ? null
      : await placedProjects('/projets', scope, filters, locale, { listOpen: vue === 'carte' })
  return { view, places, ...panoramaNamed(null, locale) }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? pageMeta({ title: data.title, description: data.intro }) : []

export default function NationalPanorama() {
  const { view, places, intro } = useLoaderData<typeof loader>()
  return <Panorama view={view} places={places} intro={intro} exportPath="/api/v1/projects" national />
}
